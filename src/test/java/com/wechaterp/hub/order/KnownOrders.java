package com.wechaterp.hub.order;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.util.Map;

/** Gives tests of other packages orders as WeChat has them. */
public final class KnownOrders {

  private KnownOrders() {}

  /** Returns the order of an answer of {@code shop/order/get}. */
  public static KnownOrder of(Map<String, ?> order) {
    return KnownOrder.of(new Answer(order));
  }

  /** Returns the reading back of a WeChat. */
  public static OrderReading reading(WeChat wechat) {
    return new OrderReading(wechat);
  }
}
