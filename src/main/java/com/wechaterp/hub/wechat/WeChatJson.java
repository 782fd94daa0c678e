package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads WeChat's JSON with exact 64-bit ids and exact decimals. */
class WeChatJson {

  private static final int SHOWN = 80;
  private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

  private final JsonMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  byte[] write(Map<String, ?> body) {
    return mapper.writeValueAsBytes(body);
  }

  /**
   * Reads an answer.
   *
   * @throws WeChatException of category {@code OUTAGE} if it is not a JSON object: a proxy, a login
   *     page or half an answer; whether the call took effect is then unknown
   */
  Map<String, Object> read(String operation, byte[] bytes) {
    try {
      Map<String, Object> answer = mapper.readValue(bytes, DOCUMENT);
      if (answer != null) {
        return answer;
      }
    } catch (JacksonException e) {
      throw notJson(operation, bytes, e);
    }
    throw notJson(operation, bytes, null);
  }

  private static WeChatException notJson(
      String operation, byte[] bytes, @Nullable Exception cause) {
    // A proxy may repeat the address it was asked for, and with it the token.
    String text = AccessTokens.masked(new String(bytes, StandardCharsets.UTF_8).strip());
    // What begins like an answer may hold anything an answer holds.
    int shown = text.startsWith("{") || text.startsWith("[") ? 1 : SHOWN;
    String start = text.length() <= shown ? text : text.substring(0, shown) + "…";
    return new WeChatException(
        Problem.of("wechat-not-json", "operation", operation, "start", start),
        ErrorCategory.OUTAGE,
        operation,
        0,
        true,
        cause);
  }
}
