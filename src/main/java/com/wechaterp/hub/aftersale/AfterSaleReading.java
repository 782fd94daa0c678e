package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads after-sales back from WeChat, so that no step relies on what was sent before. */
class AfterSaleReading {

  /** WeChat gives at most so many ids at once (WeChat docs, limits [限额]). */
  static final int PAGE = 50;

  private final WeChat wechat;

  AfterSaleReading(WeChat wechat) {
    this.wechat = wechat;
  }

  /**
   * Returns the after-sale of WeChat's id.
   *
   * @throws WeChatException if WeChat cannot be reached, or has none of that id
   */
  Optional<AfterSale> byId(String account, String aftersaleId) {
    return driven(account, Map.of("aftersale_id", Long.valueOf(aftersaleId)));
  }

  /** Returns the after-sale of the merchant's id, empty if WeChat has none. */
  Optional<AfterSale> byOutId(String account, String outAftersaleId) {
    try {
      return driven(account, Map.of("out_aftersale_id", outAftersaleId));
    } catch (WeChatException e) {
      // No code for "there is none" is documented; what WeChat will never answer is not there.
      if (e.category() == ErrorCategory.PERMANENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<AfterSale> driven(String account, Map<String, Object> request) {
    Answer answer = new Answer(wechat.call(account, AfterSaleOperation.GET, request));
    AfterSale found = AfterSale.driven(answer.object("after_sales_order"));
    return found.aftersaleId().isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Returns what the merchant recorded of an order's after-sale, empty if nothing. */
  Optional<AfterSale> recorded(
      String account, String outOrderId, String openid, String outAftersaleId) {
    Answer answer =
        new Answer(
            wechat.call(
                account,
                AfterSaleOperation.GET_V1,
                Map.of("out_order_id", outOrderId, "openid", openid)));
    return answer.objects("aftersale_infos").stream()
        .map(AfterSale::recorded)
        .filter(each -> each.outAftersaleId().equals(outAftersaleId))
        .findFirst();
  }

  /** Returns the ids of all after-sales in a state. */
  List<String> ids(String account, AfterSaleState state) {
    List<String> ids = new ArrayList<>();
    boolean more = true;
    while (more) {
      Answer page =
          new Answer(
              wechat.call(
                  account,
                  AfterSaleOperation.GET_LIST,
                  Map.of(
                      "status", (long) state.code(),
                      "offset", (long) ids.size(),
                      "limit", (long) PAGE)));
      List<String> found = page.texts("after_sales_orders");
      ids.addAll(found);
      more = page.flag("has_more") && !found.isEmpty();
    }
    return ids;
  }
}
