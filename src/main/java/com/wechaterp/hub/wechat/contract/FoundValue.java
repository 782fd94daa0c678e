package com.wechaterp.hub.wechat.contract;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Shows the value of a field to people, unless it may be a secret or personal. */
final class FoundValue {

  private static final int SHOWN = 60;

  /** Fields that hold secrets or personal data: these never reach a log or a dead letter. */
  private static final Pattern CONFIDENTIAL =
      Pattern.compile(
          "secret|token|openid|phone|tel_number|receiver|consignor|contact|address|id_card|id_doc"
              + "|account_n|bank_num|nickname|email|finder");

  private FoundValue() {}

  static String of(String field, Object value) {
    if (CONFIDENTIAL.matcher(field).find() || value instanceof Map || value instanceof List) {
      return "a value not shown here";
    }
    String text = value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
