package com.wechaterp.hub.aftersale;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.flow.LookAgain;
import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.OrderReading;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The steps of {@code aftersale-requests-send} besides the calls: plan and finish. */
public class AfterSaleRequestFlow {

  /** The flow; its keys are the merchant's ids. */
  static final String FLOW = "aftersale-requests";

  private final AfterSaleReading reading;
  private final OrderReading orders;
  private final OrderLinks links;
  private final AccountRows owned;
  private final AfterSales seen;
  private final SentCalls sent;
  private final AskedRequests asked;
  private final Decisions decisions;
  private final ObjectProvider<Erp> erp;
  private final WorkList work;
  private final Clock clock;

  AfterSaleRequestFlow(
      AfterSaleReading reading,
      OrderReading orders,
      OrderLinks links,
      AccountRows owned,
      AfterSales seen,
      SentCalls sent,
      AskedRequests asked,
      Decisions decisions,
      ObjectProvider<Erp> erp,
      WorkList work,
      Clock clock) {
    this.reading = reading;
    this.orders = orders;
    this.links = links;
    this.owned = owned;
    this.seen = seen;
    this.sent = sent;
    this.asked = asked;
    this.decisions = decisions;
    this.erp = erp;
    this.work = work;
    this.clock = clock;
  }

  /** Compares what the merchant's pages and the ERP want with what WeChat has. */
  public void plan(Exchange exchange) {
    WorkKey key = new WorkKey(FLOW, account(exchange), key(exchange));
    Map<String, Object> pages = asked.of(key.account(), key.key());
    Map<String, Object> row = document(exchange.getMessage().getBody());
    PlannedCalls.begin(
        exchange,
        pages == null && row == null
            ? Plan.nothing()
            : plan(key, RequestReader.read(key.key(), RequestReader.together(pages, row))));
  }

  /** Holds the key if the plan says so. */
  public void finish(Exchange exchange) {
    PlannedCalls.end(exchange);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, Object> document(@Nullable Object body) {
    return body instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
  }

  /** Returns what would be done about the ERP's request, without a step taken. */
  Plan dryRun(WorkKey key, Map<String, Object> row) {
    Map<String, Object> pages = asked.of(key.account(), key.key());
    AfterSaleRequest wanted = RequestReader.read(key.key(), RequestReader.together(pages, row));
    KnownOrder order = order(key.account(), wanted);
    Sent noted = sent.noted(key);
    if (order.fundType() == AfterSale.DRIVEN) {
      AfterSale known = reading.byOutId(key.account(), key.key()).orElse(null);
      return RequestPlanner.plan(wish(key, wanted, known, null, order, noted));
    }
    AfterSale known =
        reading
            .recorded(key.account(), wanted.outOrderId(), order.openid(), key.key())
            .orElse(null);
    AfterSaleDecision decision = decisions.of(key.key()).orElse(null);
    return RecordPlanner.plan(wish(key, wanted, known, decision, order, noted));
  }

  private Plan plan(WorkKey key, AfterSaleRequest wanted) {
    if (owned.passOn(key, wanted.outOrderId(), work)) {
      return Plan.nothing();
    }
    KnownOrder order = order(key.account(), wanted);
    return order.fundType() == AfterSale.DRIVEN
        ? driven(key, wanted, order)
        : recorded(key, wanted, order);
  }

  private KnownOrder order(String account, AfterSaleRequest wanted) {
    OrderLink link = links.of(account, wanted.outOrderId());
    String openid = wanted.openid().isEmpty() ? link.openid() : wanted.openid();
    if (openid.isEmpty()) {
      throw held("aftersale-order-unknown", wanted, null);
    }
    KnownOrder order =
        orders
            .byOutOrderId(account, wanted.outOrderId(), openid)
            .orElseThrow(() -> held("aftersale-order-unknown", wanted, null))
            .completed(openid, link);
    if (order.fundType() == KnownOrder.FUND_TYPE_UNKNOWN) {
      Instant again = LookAgain.at(wanted.createTime(), clock.instant());
      throw held("aftersale-fund-type-unknown", wanted, again);
    }
    return order;
  }

  private static HoldException held(String code, AfterSaleRequest wanted, @Nullable Instant until) {
    Problem reason = Problem.of(code, "key", wanted.outAftersaleId(), "order", wanted.outOrderId());
    return new HoldException(new Hold(reason, Release.ERP_CHANGE, until, 50));
  }

  private Plan driven(WorkKey key, AfterSaleRequest wanted, KnownOrder order) {
    AfterSale known = reading.byOutId(key.account(), key.key()).orElse(null);
    if (known != null && seen.driven(key.account(), known.aftersaleId()).isEmpty()) {
      work.mark(
          new WorkKey(AfterSaleFlow.FLOW, key.account(), known.aftersaleId()),
          WorkPriority.EVENT,
          "opened by the merchant's side");
    }
    return RequestPlanner.plan(wish(key, wanted, known, null, order, sent.settled(key, known)));
  }

  private Plan recorded(WorkKey key, AfterSaleRequest wanted, KnownOrder order) {
    AfterSale known =
        reading
            .recorded(key.account(), wanted.outOrderId(), order.openid(), key.key())
            .orElse(null);
    if (known != null) {
      write(seen.see(key.account(), known, clock.instant()));
    }
    AfterSaleDecision decision = decisions.of(key.key()).orElse(null);
    return RecordPlanner.plan(wish(key, wanted, known, decision, order, sent.settled(key, known)));
  }

  private void write(WatchedAfterSale watched) {
    Erp merchant = erp.getIfAvailable();
    if (merchant != null && merchant.has("aftersale")) {
      merchant.write("aftersale", AfterSaleRow.of(watched));
    }
  }

  private Wish wish(
      WorkKey key,
      AfterSaleRequest wanted,
      @Nullable AfterSale known,
      @Nullable AfterSaleDecision decision,
      KnownOrder order,
      Sent calls) {
    return new Wish(
        wanted,
        known,
        decision,
        order,
        seen.claims(key.account(), wanted.outOrderId(), key.key()),
        calls,
        clock.instant());
  }
}
