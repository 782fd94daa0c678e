package com.wechaterp.hub.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a dispute. Of WeChat's codes only the first was ever seen (enum
 * complaint.event); the others are the sandbox's own.
 */
enum ComplaintEvent {
  OPENED(240001, "用户发起投诉", 1, "user_record"),
  ASKED(240002, "平台要求上传凭证", 2, "op_record"),
  USER_GAVE_EVIDENCE(240003, "用户上传凭证", 1, "user_record"),
  MERCHANT_GAVE_EVIDENCE(240004, "商家上传凭证", 3, "merchant_record"),
  EVIDENCE_LATE(240005, "举证超时", 2, "op_record"),
  JUDGED(240006, "平台判责", 2, "op_record"),
  WITHDRAWN(240007, "用户撤销投诉", 1, "user_record"),
  FINISHED(240008, "投诉完结", 2, "op_record");

  private static final int MERCHANT = 3;

  private final int code;
  private final String term;
  private final int party;
  private final String field;

  ComplaintEvent(int code, String term, int party, String field) {
    this.code = code;
    this.term = term;
    this.party = party;
    this.field = field;
  }

  int code() {
    return code;
  }

  /**
   * Returns the event as an item of flow_info.
   *
   * @param state the state it led to
   * @param material what was shown, null if nothing was
   */
  Map<String, Object> item(Shop shop, long state, @Nullable Map<String, Object> material) {
    String now = String.valueOf(shop.clock().now().toEpochMilli());
    Map<String, Object> record =
        Fields.of(
            "state", state,
            "state_describe", ComplaintStage.term(state),
            "event", code,
            "event_describe", term,
            // A buyer's time is text in the recorded answer, the others' are numbers.
            "time", party == 1 ? now : Long.valueOf(now),
            "material_info", material);
    if (party == MERCHANT) {
      record.put("operator_nickname", "商家客服");
    }
    return Fields.of("object", party, field, record);
  }
}
