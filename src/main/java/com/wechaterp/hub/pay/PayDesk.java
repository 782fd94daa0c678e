package com.wechaterp.hub.pay;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes payments, refunds and profit sharings; what moves money is read back before it is sent. */
public class PayDesk {

  private final WeChat wechat;
  private final PayOrders orders;
  private final PayParts parts;
  private final WorkList work;
  private final Timeline timeline;

  PayDesk(WeChat wechat, PayOrders orders, PayParts parts, WorkList work, Timeline timeline) {
    this.wechat = wechat;
    this.orders = orders;
    this.parts = parts;
    this.work = work;
    this.timeline = timeline;
  }

  /** Creates a combined payment and returns the cashier's parameters; repeating it is harmless. */
  public Map<String, Object> create(String account, Map<String, Object> request) {
    Map<String, Object> answer = wechat.call(account, "shop/pay/createorder", request);
    new Answer(request)
        .objects("sub_orders")
        .forEach(order -> mark(account, order.text("trade_no"), "created"));
    return answer;
  }

  /** Closes an unpaid payment. */
  public Map<String, Object> close(String account, Map<String, Object> request) {
    Map<String, Object> answer = wechat.call(account, "shop/pay/closeorder", request);
    new Answer(request)
        .objects("sub_orders")
        .forEach(order -> mark(account, order.text("trade_no"), "closed"));
    return answer;
  }

  /**
   * Refunds a payment in part or whole; one that WeChat has already is not sent again.
   *
   * @return whether it was sent now
   * @throws ProblemException if it is more than is left of the payment
   */
  public boolean refund(String account, Refund refund) {
    Answer order = orders.order(account, refund.tradeNo());
    boolean there =
        order.objects("refund_list").stream()
            .anyMatch(each -> each.text("refund_no").equals(refund.refundNo()));
    parts.begin(
        account, refund.refundNo(), PayParts.REFUND, refund.tradeNo(), refund.refundAmount());
    if (!there) {
      requireLeft(refund, order);
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("mchid", refund.mchid());
      request.put("openid", refund.openid());
      request.put("trade_no", refund.tradeNo());
      request.put("refund_no", refund.refundNo());
      request.put("total_amount", order.number("amount"));
      request.put("refund_amount", refund.refundAmount());
      send(account, "shop/pay/refundorder", refund.tradeNo(), request);
    }
    mark(account, refund.tradeNo(), "refunded");
    return !there;
  }

  private static void requireLeft(Refund refund, Answer order) {
    long refunded =
        order.objects("refund_list").stream()
            .filter(each -> !each.text("result").startsWith("FAIL"))
            .mapToLong(each -> each.number("amount"))
            .sum();
    long amount = order.number("amount");
    if (refund.refundAmount() <= 0 || refunded + refund.refundAmount() > amount) {
      throw new ProblemException(
          Problem.of(
              "pay-refund-above",
              "key",
              refund.tradeNo(),
              "amount",
              refund.refundAmount(),
              "paid",
              amount,
              "refunded",
              refunded));
    }
  }

  /** Shares a payment's profit; one that WeChat has already is not sent again. */
  public boolean share(
      String account, String mchid, String openid, String tradeNo, String sharingNo) {
    Answer order = orders.order(account, tradeNo);
    boolean there =
        order.objects("profit_sharing_list").stream()
            .anyMatch(each -> each.text("profit_sharing_no").equals(sharingNo));
    parts.begin(account, sharingNo, PayParts.SHARING, tradeNo, 0);
    if (!there) {
      send(
          account,
          "shop/pay/profitsharingorder",
          tradeNo,
          Map.of(
              "mchid", mchid,
              "openid", openid,
              "trade_no", tradeNo,
              "profit_sharing_no", sharingNo));
    }
    mark(account, tradeNo, "shared");
    return !there;
  }

  /** What may have arrived though WeChat did not say so is read back by itself. */
  private void send(String account, String operation, String tradeNo, Map<String, ?> request) {
    try {
      wechat.call(account, operation, request);
    } catch (WeChatException e) {
      if (e.outcomeUnknown() || e.category() == ErrorCategory.RETRY) {
        mark(account, tradeNo, "unsure");
      }
      throw e;
    }
  }

  private void mark(String account, String tradeNo, String what) {
    timeline.record(account, "payment", tradeNo, "sent", what);
    work.mark(new WorkKey(PayOrders.FLOW, account, tradeNo), WorkPriority.NORMAL, what);
  }
}
