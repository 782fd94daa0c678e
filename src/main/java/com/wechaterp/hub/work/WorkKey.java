package com.wechaterp.hub.work;

/**
 * One key of one flow.
 *
 * @param flow the flow, such as {@code products}
 * @param account the WeChat account the work is for, as named in {@code hub.wechat.accounts}
 * @param key the business id, such as an {@code out_product_id}
 */
public record WorkKey(String flow, String account, String key) {

  @Override
  public String toString() {
    return flow + "/" + account + "/" + key;
  }
}
