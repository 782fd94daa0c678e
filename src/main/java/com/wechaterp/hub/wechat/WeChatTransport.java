package com.wechaterp.hub.wechat;

import com.wechaterp.hub.wechat.contract.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries one request to the platform and its answer back, whatever the answer says. */
public interface WeChatTransport {

  /**
   * Sends one request.
   *
   * @param accessToken the token for the query string; null for operations without one
   * @return the answer as a document
   * @throws WeChatException of category {@code OUTAGE} if no answer of WeChat came back
   */
  Map<String, Object> send(
      WeChatAccount account,
      Operation operation,
      @Nullable String accessToken,
      Map<String, ?> body);
}
