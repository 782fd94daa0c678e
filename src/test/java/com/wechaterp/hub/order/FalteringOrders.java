package com.wechaterp.hub.order;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A WeChat with one order that can lose answers, refuse, and let its buyer act meanwhile. */
final class FalteringOrders implements WeChat {

  final List<String> sent = new ArrayList<>();
  final List<Map<String, ?>> bodies = new ArrayList<>();
  int status;
  long price;
  boolean losesTheAnswer;
  boolean failsToReadBack;
  @Nullable WeChatException refuses;
  @Nullable Runnable meanwhile;
  @Nullable CountDownLatch holdsBack;

  @Override
  public synchronized Map<String, Object> call(
      String account, String operation, Map<String, ?> body) {
    if (operation.equals("shop/order/get")) {
      if (failsToReadBack) {
        throw failure(operation, 0, ErrorCategory.OUTAGE, false);
      }
      if (status == 0) {
        throw failure(operation, 1010011, ErrorCategory.PERMANENT, false);
      }
      return Map.of("order", order());
    }
    waitUntilLetGo();
    sent.add(operation);
    bodies.add(body);
    if (meanwhile != null) {
      Runnable once = meanwhile;
      meanwhile = null;
      once.run();
    }
    if (refuses != null) {
      WeChatException once = refuses;
      refuses = null;
      throw once;
    }
    Map<String, Object> answer = take(operation, body);
    if (losesTheAnswer) {
      losesTheAnswer = false;
      throw failure(operation, 0, ErrorCategory.OUTAGE, true);
    }
    return answer;
  }

  private void waitUntilLetGo() {
    try {
      if (holdsBack != null) {
        holdsBack.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Object> take(String operation, Map<String, ?> body) {
    switch (operation) {
      case "shop/order/add" -> {
        status = status == 0 ? 10 : status;
        price = priceOf(((Map<?, ?>) body.get("order_detail")).get("price_info"));
        Map<String, Object> data = new HashMap<>(Map.of("order_id", 77L));
        if (Long.valueOf(0).equals(body.get("fund_type"))) {
          data.put("ticket", "ticket-1");
          data.put("ticket_expire_time", "2026-11-25 12:00:00");
        }
        return Map.of("data", data);
      }
      case "shop/order/pay" -> status = Long.valueOf(1).equals(body.get("action_type")) ? 20 : 250;
      case "shop/order/close" -> status = 250;
      case "shop/order/change_price" -> price = priceOf(body.get("price_info"));
      default -> {
        return Map.of("payment_params", Map.of("package", "prepay_id=" + sent.size()));
      }
    }
    return Map.of();
  }

  private static long priceOf(@Nullable Object info) {
    return (long) ((Map<?, ?>) info).get("order_price");
  }

  private Map<String, Object> order() {
    Map<String, Object> payment =
        status == 20
            ? Map.of("transaction_id", "4200001", "pay_time", "2026-11-24 12:00:00")
            : Map.of();
    return Map.of(
        "order_id",
        77L,
        "out_order_id",
        "SO-1",
        "openid",
        Orders.OPENID,
        "fund_type",
        1,
        "status",
        status,
        "order_detail",
        Map.of(
            "product_infos",
            List.of(Orders.line("CUP", 2, 400), Orders.line("PLATE", 1, 400)),
            "price_info",
            Map.of("order_price", price),
            "pay_info",
            payment));
  }

  static WeChatException refusal(String operation, int code, ErrorCategory category) {
    return failure(operation, code, category, false);
  }

  /** Returns what a call ends with whose answer never came. */
  static WeChatException lost(String operation) {
    return failure(operation, 0, ErrorCategory.OUTAGE, true);
  }

  private static WeChatException failure(
      String operation, int code, ErrorCategory category, boolean unknown) {
    return new WeChatException(
        Problem.of("wechat-unreachable", "operation", operation, "error", code),
        category,
        operation,
        code,
        unknown,
        null);
  }
}
