package com.wechaterp.hub.payment;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.ErpOrders;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.Order;
import com.wechaterp.hub.order.OrderSettings;
import com.wechaterp.hub.order.OrderState;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The steps of the payments routes, named there: findUnpaid and take. */
public class PaymentFlow {

  static final String PAID = "order-paid";
  private static final int MOST = 500;

  private final OrderSettings settings;
  private final OrderLinks links;
  private final OrderState state;
  private final ErpOrders orders;
  private final ObjectProvider<Erp> erp;
  private final WorkList work;
  private final Timeline timeline;
  private final Clock clock;

  PaymentFlow(
      OrderSettings settings,
      OrderLinks links,
      OrderState state,
      ErpOrders orders,
      ObjectProvider<Erp> erp,
      WorkList work,
      Timeline timeline,
      Clock clock) {
    this.settings = settings;
    this.links = links;
    this.state = state;
    this.orders = orders;
    this.erp = erp;
    this.work = work;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** Marks unpaid orders nobody has asked about for a while, so that none depends on an event. */
  public void findUnpaid() {
    links
        .unpaidNotLookedAtSince(clock.instant().minus(settings.lookAgain()), MOST)
        .forEach(
            link ->
                work.mark(
                    new WorkKey(OrderState.PAYMENTS, link.account(), link.outOrderId()),
                    WorkPriority.NORMAL,
                    "not paid when last looked at"));
  }

  /** Reads one order back and, if it was paid, tells the ERP. */
  public void take(
      @Header(WorkHeaders.ACCOUNT) String account, @Header(WorkHeaders.KEY) String key) {
    String openid = openid(account, key);
    KnownOrder known = state.look(OrderState.PAYMENTS, account, key, openid).orElse(null);
    Erp merchant = erp.getIfAvailable();
    if (known != null && merchant != null && links.of(account, key).told().isEmpty()) {
      // The mini-program placed it, and no row of the ERP has led the other flow to it yet.
      work.mark(
          new WorkKey(OrderState.ORDERS, account, key),
          WorkPriority.NORMAL,
          "the ERP was never told of it");
    }
    if (known == null || !known.status().paid() || merchant == null || !merchant.has(PAID)) {
      return;
    }
    requireSamePrice(key, known);
    if (merchant.write(PAID, values(key, known)) > 0) {
      links.paymentTaken(account, key);
      timeline.record(account, "order", key, "paid", "ERP: " + known.transactionId());
    } else if (orders.readable()) {
      explain(account, key, known);
    } else if (!merchant.mayChangeNothing(PAID) && !links.isPaymentTaken(account, key)) {
      // No row is the answer to a repeat, and this was none.
      throw hold("order-paid-unconfirmed", key, known.orderId());
    }
  }

  /** A change of price that came too late for WeChat must not pass for a payment in full. */
  private void requireSamePrice(String key, KnownOrder known) {
    Order ofTheErp = orders.findIfReadable(key);
    if (ofTheErp == null || !ofTheErp.open()) {
      return;
    }
    long due = ofTheErp.price().orderPrice();
    if (due != known.orderPrice()) {
      Problem problem =
          Problem.of(
              "order-paid-other-price",
              "key",
              key,
              "order",
              known.orderId(),
              "found",
              yuan(due),
              "known",
              yuan(known.orderPrice()));
      throw new HoldException(Hold.of(problem, Release.ERP_CHANGE));
    }
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  /** The ERP changed no row: it says so already, or it has another opinion, or no such order. */
  private void explain(String account, String key, KnownOrder known) {
    Order ofTheErp = orders.find(key);
    if (ofTheErp == null) {
      throw hold("order-unknown", key, known.orderId());
    }
    if (ofTheErp.open()) {
      throw hold("order-paid-not-taken", key, known.orderId());
    }
    if (ofTheErp.closed()) {
      work.mark(
          new WorkKey(OrderState.ORDERS, account, key),
          WorkPriority.EVENT,
          "paid at WeChat, closed in the ERP");
    }
  }

  private String openid(String account, String key) {
    String openid = links.of(account, key).openid();
    Order ofTheErp = openid.isEmpty() ? orders.find(key) : null;
    if (openid.isEmpty() && ofTheErp == null) {
      throw hold("order-unknown", key, "-");
    }
    return ofTheErp == null ? openid : ofTheErp.openid();
  }

  private static Map<String, @Nullable Object> values(String key, KnownOrder known) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("out_order_id", key);
    values.put("order_id", known.orderId());
    values.put("order_price", known.orderPrice());
    values.put("transaction_id", known.transactionId());
    values.put("pay_time", known.paidAt());
    return values;
  }

  private static HoldException hold(String code, String key, String order) {
    Problem problem = Problem.of(code, "key", key, "order", order);
    return new HoldException(Hold.of(problem, Release.ERP_CHANGE));
  }
}
