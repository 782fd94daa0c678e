package com.wechaterp.hub.order;

import com.wechaterp.hub.link.OrderLink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives tests of other packages orders of 16.00 yuan as both sides have them. */
public final class ComparedOrders {

  private final String account = "main";
  private @Nullable Order ofTheErp;
  private @Nullable KnownOrder known;
  private OrderLink link = OrderLink.unknown(account, "SO-1");

  /** Adds the ERP's side, an order of the scene merchant. */
  public ComparedOrders inErp(PaymentAction action) {
    ofTheErp = Orders.ended(Order.BY_SCENE_MERCHANT, action);
    return this;
  }

  /** Adds the ERP's side, an order that is paid to the merchant's own number. */
  public ComparedOrders ordinaryInErp(PaymentAction action) {
    ofTheErp = Orders.ended(Order.ORDINARY, action);
    return this;
  }

  /** Adds the ERP's side, an open order placed two days ago. */
  public ComparedOrders oldInErp() {
    ofTheErp = Orders.order(Orders.document("create_time", Orders.NOW.minus(Duration.ofDays(2))));
    return this;
  }

  /** Adds the ERP's side, a paid order of one cup more. */
  public ComparedOrders moreInErp() {
    Map<String, Object> document = Orders.document("action_type", 1L);
    document.put(
        "product_infos", List.of(Orders.line("CUP", 3, 400L), Orders.line("PLATE", 1, 0L)));
    ofTheErp = Orders.order(document);
    return this;
  }

  /** Adds WeChat's side. */
  public ComparedOrders atWeChat(int status, long price) {
    known = Orders.known(status, price);
    return this;
  }

  /** Adds what the hub saw last. */
  public ComparedOrders seen(int status) {
    link =
        new OrderLink(
            account,
            "SO-1",
            "77",
            Orders.OPENID,
            1,
            status,
            1600,
            "",
            null,
            null,
            null,
            false,
            "",
            1);
    return this;
  }

  /** Returns the order with its plan. */
  public ComparedOrder compared() {
    return new ComparedOrder(
        account,
        "SO-1",
        ofTheErp,
        link,
        known,
        OrderPlanner.plan(ofTheErp, link, known, Orders.NOW));
  }
}
