package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Levers for the buyer's side of payment orders, and for refunds that fail. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control/pay")
class PayLevers implements Levers {

  private final Sandbox sandbox;
  private final PayMoves moves;

  PayLevers(Sandbox sandbox, PayMoves moves) {
    this.sandbox = sandbox;
    this.moves = moves;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/pay",
        "every payment order of the payment management (shop/pay)",
        "POST /sandbox/_control/pay/{trade_no}",
        "pay a payment order as the buyer",
        "POST /sandbox/_control/pay/{trade_no}/refunds/{refund_no}?result=SUCCESS|FAIL",
        "end a refund of a payment order now");
  }

  @GetMapping
  List<Map<String, Object>> show(@RequestParam @Nullable String account) {
    return PayOrders.inOrder(sandbox.chosen(account));
  }

  @PostMapping("/{tradeNo}")
  Map<String, Object> pay(@PathVariable String tradeNo) {
    Shop shop = sandbox.shopWith(PayOrders.KIND, tradeNo);
    synchronized (shop) {
      moves.pay(shop, shop.held(PayOrders.KIND, tradeNo));
    }
    return Fields.of("done", true);
  }

  @PostMapping("/{tradeNo}/refunds/{refundNo}")
  Map<String, Object> end(
      @PathVariable String tradeNo,
      @PathVariable String refundNo,
      @RequestParam(defaultValue = "SUCCESS") String result) {
    Shop shop = sandbox.shopWith(PayOrders.KIND, tradeNo);
    synchronized (shop) {
      Map<String, Object> order = shop.held(PayOrders.KIND, tradeNo);
      Map<String, Object> refund =
          PayOrders.refunds(order).stream()
              .filter(one -> Fields.text(one, "refund_no").equals(refundNo))
              .filter(one -> Fields.text(one, "result").equals("PROCESSING"))
              .findAny()
              .orElseThrow(
                  () -> new IllegalArgumentException("No refund " + refundNo + " is under way"));
      moves.finish(shop, order, refund, result);
    }
    return Fields.of("done", true);
  }
}
