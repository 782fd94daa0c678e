package com.wechaterp.hub.order;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.Pages;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads WeChat's list of orders ({@code shop/order/get_list}), page by page. */
public class OrderList {

  /** WeChat gives at most so many orders at once (WeChat docs, error codes [错误码]). */
  private static final long PAGE = 100;

  private static final long OLDEST_FIRST = 2;

  private final Pages pages;

  OrderList(WeChat wechat) {
    this.pages = new Pages(wechat);
  }

  /**
   * Reads the orders that were placed in a span of time, oldest first.
   *
   * @param onBad told the id of an order that cannot be read, and why; the others go on
   */
  public void read(
      String account,
      Instant from,
      Instant to,
      Consumer<List<KnownOrder>> onPage,
      BiConsumer<String, String> onBad) {
    pages.each(
        account,
        "shop/order/get_list",
        Map.of(
            "start_create_time", WeChatTime.text(from),
            "end_create_time", WeChatTime.text(to),
            "sort_order", OLDEST_FIRST),
        "orders",
        PAGE,
        orders -> onPage.accept(known(orders, onBad)));
  }

  private static List<KnownOrder> known(List<Answer> orders, BiConsumer<String, String> onBad) {
    List<KnownOrder> known = new ArrayList<>();
    for (Answer order : orders) {
      try {
        known.add(KnownOrder.of(order));
      } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
        onBad.accept(order.text("out_order_id"), String.valueOf(e.getMessage()));
      }
    }
    return known;
  }
}
