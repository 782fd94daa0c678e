package com.wechaterp.hub.complaint;

import com.wechaterp.hub.complaint.Complaint.ActionRecord;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the values of the ERP's port {@code complaint}. */
final class ComplaintRow {

  private ComplaintRow() {}

  /** Returns the values; what WeChat does not tell is null. */
  static Map<String, @Nullable Object> of(Complaint known) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("complaint_order_id", known.complaintOrderId());
    row.put("order_id", known.orderId());
    row.put("aftersale_id", known.aftersaleId());
    row.put("openid", known.openid());
    row.put("phone_number", known.phoneNumber());
    row.put("state", known.stateCode());
    row.put("state_name", known.state().chinese());
    row.put("type", known.typeCode());
    row.put("type_name", term("complaint.type", known.typeCode()));
    row.put("judge_result", known.judgeResult());
    row.put("judge_result_name", term("complaint.judge_result", known.judgeResult()));
    row.put("create_time", known.createTime());
    row.put("update_time", known.updateTime());
    row.put("deadline", known.deadline());
    // The newest word of the buyer tells the clerk what to answer.
    known.records().stream()
        .filter(each -> each.party() == Complaint.Party.USER)
        .reduce((earlier, later) -> later)
        .ifPresent(last -> userRecord(row, last));
    return row;
  }

  private static void userRecord(Map<String, @Nullable Object> row, ActionRecord last) {
    row.put("user_content", last.content());
    row.put("user_media_url_list", last.pictures());
  }

  private static String term(String table, int code) {
    return WeChatContract.load()
        .enumTable(table)
        .flatMap(codes -> codes.value(code))
        .map(value -> value.zh())
        .orElse("");
  }
}
