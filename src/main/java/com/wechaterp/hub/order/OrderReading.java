package com.wechaterp.hub.order;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads orders back from WeChat, so that no step relies on what was sent before. */
public class OrderReading {

  /** WeChat's answer for an order it does not have (WeChat docs, error codes [错误码]). */
  static final int NO_ORDER = 1010011;

  private final WeChat wechat;

  OrderReading(WeChat wechat) {
    this.wechat = wechat;
  }

  /**
   * Returns the order as WeChat has it, empty if it has none of that id.
   *
   * @param openid the buyer
   * @throws WeChatException if WeChat cannot be reached or refuses
   */
  public Optional<KnownOrder> byOutOrderId(String account, String outOrderId, String openid) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("out_order_id", outOrderId);
    request.put("openid", openid);
    try {
      Answer answer = new Answer(wechat.call(account, "shop/order/get", request));
      return Optional.of(KnownOrder.of(answer.object("order")));
    } catch (WeChatException e) {
      if (e.errcode() == NO_ORDER) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
