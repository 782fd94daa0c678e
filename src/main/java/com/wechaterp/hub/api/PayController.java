package com.wechaterp.hub.api;

import static com.wechaterp.hub.api.Asked.confirmed;
import static com.wechaterp.hub.api.Asked.required;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.pay.PayDesk;
import com.wechaterp.hub.pay.Refund;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Payments through mini-program payment management, for the mini-program's backend. */
@RestController
@RequestMapping("/api/v1/pay")
class PayController {

  private final PayDesk desk;
  private final String account;

  PayController(PayDesk desk, HubProperties hub) {
    this.desk = desk;
    this.account = hub.account();
  }

  /**
   * A refund asked for.
   *
   * @param confirmAmount the refund's amount once more
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record RefundRequest(
      @Nullable String mchid,
      @Nullable String openid,
      @Nullable String tradeNo,
      @Nullable String refundNo,
      long refundAmount,
      long confirmAmount) {}

  /**
   * A profit sharing asked for.
   *
   * @param confirmTradeNo the number of the payment once more; a sharing names no amount
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record SharingRequest(
      @Nullable String mchid,
      @Nullable String openid,
      @Nullable String tradeNo,
      @Nullable String confirmTradeNo,
      @Nullable String profitSharingNo) {}

  @PostMapping("/orders")
  Map<String, Object> create(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody Map<String, Object> order) {
    return desk.create(named(of), order);
  }

  @PostMapping("/orders/close")
  Map<String, Object> close(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody Map<String, Object> order) {
    return desk.close(named(of), order);
  }

  @PostMapping("/refunds")
  Map<String, Object> refund(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody RefundRequest asked) {
    confirmed("confirm_amount", asked.refundAmount, asked.confirmAmount, asked.refundAmount);
    Refund refund =
        new Refund(
            required("mchid", asked.mchid),
            required("openid", asked.openid),
            required("trade_no", asked.tradeNo),
            required("refund_no", asked.refundNo),
            asked.refundAmount);
    return Map.of("refund_no", refund.refundNo(), "sent", desk.refund(named(of), refund));
  }

  @PostMapping("/profit-sharings")
  Map<String, Object> share(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody SharingRequest asked) {
    String tradeNo = required("trade_no", asked.tradeNo);
    confirmed("confirm_trade_no", tradeNo, asked.confirmTradeNo, tradeNo);
    String number = required("profit_sharing_no", asked.profitSharingNo);
    boolean sent =
        desk.share(
            named(of),
            required("mchid", asked.mchid),
            required("openid", asked.openid),
            tradeNo,
            number);
    return Map.of("profit_sharing_no", number, "sent", sent);
  }

  private String named(@Nullable String of) {
    return of == null ? account : of;
  }
}
