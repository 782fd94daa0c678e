package com.wechaterp.hub.aftersale;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The first steps of {@code aftersales-handle}: read, plan; and the last: finish. */
public class AfterSaleFlow {

  /** The flow; its keys are WeChat's ids. */
  static final String FLOW = "aftersales";

  private static final String WATCHED = "HubAfterSale";

  private final AfterSaleReading reading;
  private final AfterSales seen;
  private final SentCalls sent;
  private final Decisions decisions;
  private final AfterSalePlanner planner;
  private final WorkList work;
  private final Timeline timeline;
  private final Clock clock;

  AfterSaleFlow(
      AfterSaleReading reading,
      AfterSales seen,
      SentCalls sent,
      Decisions decisions,
      AfterSalePlanner planner,
      WorkList work,
      Timeline timeline,
      Clock clock) {
    this.reading = reading;
    this.seen = seen;
    this.sent = sent;
    this.decisions = decisions;
    this.planner = planner;
    this.work = work;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * Reads the after-sale back from WeChat; the body becomes what the ERP is told, or null if the
   * key was the merchant's own and WeChat's is marked in its place.
   */
  public void read(Exchange exchange) {
    String account = account(exchange);
    String key = key(exchange);
    Optional<SeenAfterSale> merchants = seen.ofOutId(account, key);
    if (seen.driven(account, key).isEmpty() && merchants.isPresent()) {
      passOn(account, merchants.get());
      exchange.getMessage().setBody(null);
      return;
    }
    if (!key.matches("\\d{1,19}")) {
      throw unknown(key);
    }
    AfterSale known = reading.byId(account, key).orElseThrow(() -> unknown(key));
    WatchedAfterSale watched = seen.see(account, known, clock.instant());
    tell(watched);
    exchange.setProperty(WATCHED, watched);
    exchange.getMessage().setBody(watched);
  }

  /** The ERP names some of its after-sales by its own ids. */
  private void passOn(String account, SeenAfterSale merchants) {
    work.mark(
        merchants.driven()
            ? new WorkKey(FLOW, account, merchants.key())
            : new WorkKey(AfterSaleRequestFlow.FLOW, account, merchants.key()),
        WorkPriority.EVENT,
        "decided in the ERP");
  }

  private static HoldException unknown(String key) {
    return new HoldException(
        Hold.of(Problem.of("aftersale-unknown", "key", key), Release.ERP_CHANGE));
  }

  private void tell(WatchedAfterSale watched) {
    if (watched.change() != WatchedAfterSale.Change.NONE) {
      AfterSale known = watched.known();
      String state = known.stateName() + " (" + known.statusCode() + ")";
      timeline.record(watched.account(), "aftersale", known.aftersaleId(), "seen", state);
      timeline.record(
          watched.account(),
          "order",
          known.outOrderId(),
          "aftersale",
          known.aftersaleId() + " " + state);
      if (known.ended()) {
        RunningAfterSales.ended(work, known.outOrderId());
      }
    }
  }

  /** Compares what the merchant decided with where the after-sale stands. */
  public void plan(Exchange exchange) {
    WatchedAfterSale watched =
        Objects.requireNonNull(exchange.getProperty(WATCHED, WatchedAfterSale.class));
    AfterSale known = watched.known();
    WorkKey key = new WorkKey(FLOW, account(exchange), key(exchange));
    Plan plan =
        planner.plan(
            new Situation(
                key.account(),
                known,
                decisions.of(known).orElse(null),
                sent.settled(key, known),
                watched.deadline(),
                clock.instant()));
    PlannedCalls.begin(exchange, plan);
  }

  /** Holds the key if the plan says so. */
  public void finish(Exchange exchange) {
    PlannedCalls.end(exchange);
  }
}
