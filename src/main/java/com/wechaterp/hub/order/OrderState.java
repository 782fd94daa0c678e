package com.wechaterp.hub.order;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads an order back from WeChat, and remembers what it saw. */
public class OrderState {

  /** The flow that takes orders to WeChat and their states to the ERP. */
  public static final String ORDERS = "orders";

  /** The flow that takes payments to the ERP. */
  public static final String PAYMENTS = "payments";

  /** How the ids of the onboarding's test orders begin, which no ERP has. */
  public static final String TEST_ORDER = "HUBTEST";

  private final OrderReading reading;
  private final OrderLinks links;
  private final OrderRequests requests;
  private final WorkList work;
  private final Timeline timeline;
  private final TransactionTemplate transaction;

  OrderState(
      OrderReading reading,
      OrderLinks links,
      OrderRequests requests,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    this.reading = reading;
    this.links = links;
    this.requests = requests;
    this.work = work;
    this.timeline = timeline;
    this.transaction = transaction;
  }

  /**
   * Returns the order as WeChat has it now, empty if it has none.
   *
   * @param flow the flow that asks; the other one is told when the state changed
   * @param openid the buyer
   */
  public Optional<KnownOrder> look(String flow, String account, String outOrderId, String openid) {
    Optional<KnownOrder> known = reading.byOutOrderId(account, outOrderId, openid);
    known.ifPresent(order -> remember(flow, account, outOrderId, order));
    if (flow.equals(PAYMENTS)) {
      links.looked(account, outOrderId);
    }
    return known;
  }

  /** Other flows look at the same order; what is saved is a change of what they left. */
  private void remember(String flow, String account, String outOrderId, KnownOrder known) {
    transaction.executeWithoutResult(status -> save(flow, account, outOrderId, known));
    requests.created(account, outOrderId);
  }

  private void save(String flow, String account, String outOrderId, KnownOrder known) {
    OrderLink before = links.of(account, outOrderId);
    OrderLink after = seen(before, known);
    if (!after.equals(before)) {
      links.save(after);
    }
    if (before.exists() && before.orderPrice() != after.orderPrice()) {
      // Whoever changed it, the cashier's parameters are worth nothing after that.
      requests.outdated(account, outOrderId);
    }
    if (before.statusCode() != after.statusCode()) {
      String state = known.statusCode() + " " + known.status().chinese();
      timeline.record(account, "order", outOrderId, "seen", state);
      work.mark(
          new WorkKey(flow.equals(ORDERS) ? PAYMENTS : ORDERS, account, outOrderId),
          WorkPriority.EVENT,
          "state at WeChat changed");
    }
  }

  private static OrderLink seen(OrderLink link, KnownOrder known) {
    String openid = known.openid().isEmpty() ? link.openid() : known.openid();
    // WeChat's own example of an answer leaves fund_type and openid out.
    int kind = link.isStored() ? link.fundType() : known.fundType();
    // The answer to a change of price may be lost: what shows that it arrived is the price itself.
    boolean repriced = link.exists() && link.orderPrice() != known.orderPrice();
    OrderLink base = repriced ? link.withPriceChanged() : link;
    return base.wanted(openid, kind, known.orderPrice(), link.expiresAt())
        .seen(known.orderId(), known.statusCode())
        .paid(known.transactionId(), known.paidAt());
  }
}
