package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.wechaterp.hub.problem.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A route of an admin's own that fails, beside the policy that is delivered. */
class RouteTroublesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String OWN =
      """
      - route:
          id: own
          from:
            uri: "%s"
            steps:
              - to: "direct:further"
      - route:
          from:
            uri: "direct:further"
            steps:
              - process: {ref: far}
      """;

  private final RouteTroubles troubles = new RouteTroubles(Language.EN, Clock.systemUTC());
  private final CamelContext camel = new DefaultCamelContext();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean fails = true;

  @BeforeEach
  void start() throws Exception {
    log.start();
    root.addAppender(log);
    // How the work on a key ends; there is none here.
    camel.addComponent("outcome", new StubComponent());
    camel.getRegistry().bind("far", (Processor) exchange -> call());
    camel.getManagementStrategy().addEventNotifier(troubles);
    new RouteConfiguration().quietErrors().beforeApplicationStart(camel);
    camel.start();
    String file = "failures.camel.yaml";
    load(file, Files.readString(Path.of("routes", file)));
  }

  @AfterEach
  void stop() {
    camel.stop();
    root.detachAppender(log);
  }

  private void load(String file, String text) throws Exception {
    PluginHelper.getRoutesLoader(camel).loadRoutes(new RouteSource(file, text).resource());
  }

  private void call() {
    calls.incrementAndGet();
    if (fails) {
      throw new IllegalStateException("no answer from http://far/x?token=abc");
    }
  }

  private List<String> told() {
    return troubles.of("own.camel.yaml").stream()
        .map(problem -> problem.sentence(Language.EN))
        .toList();
  }

  private void failsAFewTimes(String from) throws Exception {
    load("own.camel.yaml", OWN.formatted(from));
    await().atMost(SOON).until(() -> calls.get() > 3);
    await().atMost(SOON).untilAsserted(() -> assertThat(told()).hasSize(1));
  }

  @Test
  void tellsAFailingRouteInOneSentenceUntilItSucceeds() throws Exception {
    failsAFewTimes("timer:own?period=20&delay=0");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(told().get(0))
                    .startsWith("own.camel.yaml: the route 'own' failed at direct://further: ")
                    .contains("IllegalStateException: no answer from http://far/x", "in a row")
                    .doesNotContain("abc", "has failed 1 time"));

    fails = false;
    await().atMost(SOON).untilAsserted(() -> assertThat(told()).isEmpty());
  }

  @Test
  void saysItInTheLogOnceAndWithoutAStack() throws Exception {
    failsAFewTimes("quartz:own?cron=*+*+*+*+*+?");

    assertThat(List.copyOf(log.list))
        .filteredOn(event -> event.getLevel().equals(Level.ERROR))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getFormattedMessage()).contains("the route 'own' failed");
              assertThat(event.getThrowableProxy()).isNull();
            });
  }

  @Test
  void forgetsARouteThatIsGone() throws Exception {
    failsAFewTimes("timer:own?period=20&delay=0");

    camel.getRouteController().stopRoute("own");
    camel.removeRoute("own");

    assertThat(told()).isEmpty();
  }
}
