package com.wechaterp.hub.route;

import ch.qos.logback.classic.LoggerContext;
import com.wechaterp.hub.problem.Addresses;
import com.wechaterp.hub.problem.Failures;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailureHandlingEvent;
import org.apache.camel.spi.CamelEvent.RouteRemovedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what keeps failing in routes that are no flows of the work list, each in one sentence until
 * the route succeeds; the keys of flows have reasons of their own.
 */
public final class RouteTroubles extends EventNotifierSupport {

  private static final Logger LOG = LoggerFactory.getLogger(RouteTroubles.class);
  private static final int SHOWN = 100;
  private static final String PLACE = "RouteTroublesPlace";

  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final RouteDumps dumps = new RouteDumps();
  private final Language language;
  private final Clock clock;

  /** One failure; its kind tells whether the next one is the same. */
  private record Trouble(
      String file, String route, String at, String kind, Reason reason, int count, Instant since) {

    /** Returns this, counted on from the one before if that is the same. */
    Trouble after(Trouble before) {
      return at.equals(before.at) && kind.equals(before.kind)
          ? new Trouble(file, route, at, kind, reason, before.count + 1, before.since)
          : this;
    }

    Problem problem() {
      return Problem.of(
          "route-failed",
          "file",
          file,
          "route",
          route,
          "at",
          at,
          "reasonEn",
          reason.english,
          "reasonZh",
          reason.chinese,
          "count",
          count,
          "since",
          since);
    }
  }

  private record Reason(String english, String chinese) {

    static Reason of(@Nullable Throwable failure) {
      return Failures.told(failure)
          .map(told -> new Reason(told.sentence(Language.EN), told.sentence(Language.ZH)))
          .orElseGet(
              () -> new Reason(Failures.words(failure) + ".", Failures.words(failure) + "。"));
    }
  }

  RouteTroubles(Language language, Clock clock) {
    this.language = language;
    this.clock = clock;
    setIgnoreCamelContextEvents(true);
    setIgnoreServiceEvents(true);
    setIgnoreStepEvents(true);
    setIgnoreExchangeCreatedEvent(true);
    setIgnoreExchangeSendingEvents(true);
    setIgnoreExchangeSentEvents(true);
    setIgnoreExchangeRedeliveryEvents(true);
    setIgnoreExchangeAsyncProcessingStartedEvents(true);
  }

  /** Returns what fails in the routes of a file at present. */
  public List<Problem> of(String file) {
    return troubles.values().stream()
        .filter(trouble -> trouble.file.equals(file))
        .map(Trouble::problem)
        .toList();
  }

  @Override
  protected void doStart() {
    logs().addTurboFilter(dumps);
  }

  @Override
  protected void doStop() {
    logs().getTurboFilterList().remove(dumps);
  }

  private static LoggerContext logs() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  @Override
  public void notify(CamelEvent event) {
    if (event instanceof RouteRemovedEvent removed) {
      troubles.remove(removed.getRoute().getRouteId());
      return;
    }
    if (!(event instanceof ExchangeEvent happened)) {
      return;
    }
    Exchange exchange = happened.getExchange();
    String id = exchange.getFromRouteId();
    if (id == null || exchange.getMessage().getHeader(WorkHeaders.FLOW) != null) {
      return;
    }
    if (event instanceof ExchangeFailureHandlingEvent) {
      // The steps of the policy come next, and the last of them would be taken for the place.
      exchange.setProperty(PLACE, exchange.getProperty(Exchange.TO_ENDPOINT));
    } else if (event instanceof ExchangeFailedEvent) {
      failed(exchange, id);
    } else if (event instanceof ExchangeCompletedEvent) {
      troubles.remove(id);
    }
  }

  private void failed(Exchange exchange, String id) {
    Route route = exchange.getContext().getRoute(id);
    if (route == null) {
      return;
    }
    Throwable failure = exchange.getException();
    String kind =
        Failures.told(failure)
            .map(Problem::code)
            .orElse(String.valueOf(failure).split("[:@]", 2)[0]);
    Trouble now =
        new Trouble(file(route), id, place(exchange), kind, Reason.of(failure), 1, clock.instant());
    if (troubles.merge(id, now, (before, latest) -> latest.after(before)) == now) {
      LOG.error(now.problem().sentence(language));
    }
  }

  private static String file(Route route) {
    return route.getSourceResource() == null
        ? route.getRouteId()
        : route.getSourceResource().getLocation().replaceFirst("^.*[:/]", "");
  }

  private static String place(Exchange exchange) {
    String endpoint = exchange.getProperty(PLACE, String.class);
    String shown =
        Addresses.shown(
            Optional.ofNullable(endpoint).orElse(String.valueOf(exchange.getFromEndpoint())));
    return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…";
  }
}
