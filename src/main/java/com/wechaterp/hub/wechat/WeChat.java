package com.wechaterp.hub.wechat;

import java.util.Map;

/**
 * Calls operations of the platform from Java, exactly as a route does through {@code wechat:}.
 *
 * <p>Bodies and answers are plain documents: maps, lists, strings, booleans, longs and big
 * decimals.
 */
public interface WeChat {

  /**
   * Calls one operation.
   *
   * @param account the account as named in {@code hub.wechat.accounts}
   * @param operation the operation, such as {@code shop/spu/get}
   * @param body the request document; for multipart operations a {@code byte[]} stands where the
   *     contract says {@code file}
   * @return the answer, {@code errcode} 0 or absent
   * @throws WeChatException if WeChat answers with an error code, or cannot be reached
   */
  Map<String, Object> call(String account, String operation, Map<String, ?> body);
}
