package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.order.ComparedOrder;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.Order;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.reconcile.Difference.Sides;
import com.wechaterp.hub.work.WorkKey;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What both sides say of one order, in the words of a report. */
final class OrderSides {

  private final ComparedOrder order;

  OrderSides(ComparedOrder order) {
    this.order = order;
  }

  Difference differs(Subject flow, Owner owner, String code, Object... more) {
    return Difference.of(key(flow), wechatId(), sides(), owner, code, more);
  }

  Difference held(Subject flow, Hold hold) {
    return Difference.held(key(flow), wechatId(), sides(), hold);
  }

  /** Returns the plan's hold, null if there is none or a moment will end it. */
  @Nullable Hold hold() {
    Hold hold = order.plan().hold();
    return hold == null || hold.release() == Release.TIME ? null : hold;
  }

  /** Returns the operations of the plan. */
  String operations() {
    return order.plan().calls().stream().map(Call::operation).collect(Collectors.joining(", "));
  }

  private WorkKey key(Subject flow) {
    return new WorkKey(flow.text(), order.account(), order.outOrderId());
  }

  private String wechatId() {
    KnownOrder known = order.known();
    return known == null ? order.link().orderId() : known.orderId();
  }

  private Sides sides() {
    return new Sides(atWeChat(order.known()), inErp(order.ofTheErp()));
  }

  static String atWeChat(@Nullable KnownOrder known) {
    return known == null
        ? Difference.NONE
        : known.statusCode() + " " + known.status().chinese() + " " + yuan(known.orderPrice());
  }

  private static String inErp(@Nullable Order order) {
    return order == null
        ? Difference.NONE
        : order.payment().action().code()
            + " "
            + order.payment().action().chinese()
            + " "
            + yuan(order.price().orderPrice());
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
