package com.wechaterp.hub.qualification;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A WeChat with two categories that audits what it is given. */
final class AuditingWeChat implements WeChat {

  final List<Map<String, Object>> submitted = new ArrayList<>();
  private int status;
  private String reason = "";
  private int refusal;

  static Qualification of(String category) {
    Qualification food = QualificationsOf.food(null);
    return new Qualification(
        "x", "", food.kind(), food.pictures(), Map.of("third_cat_id", category), List.of(), null);
  }

  void decides(int decision, String why) {
    status = decision;
    reason = why;
  }

  void refuses(int code) {
    refusal = code;
  }

  private Map<String, Object> audit(String operation, Map<String, ?> body) {
    if (refusal != 0) {
      throw new WeChatException(
          Problem.of("wechat-unreachable", "operation", "audit", "error", refusal),
          ErrorCategory.PERMANENT,
          operation,
          refusal,
          false,
          null);
    }
    submitted.add(Map.copyOf(body));
    return Map.of("audit_id", "T" + submitted.size());
  }

  private static Map<String, Object> category(int first, int second, int third, int type) {
    return Map.of(
        "first_cat_id", first,
        "second_cat_id", second,
        "third_cat_id", third,
        "third_cat_name", "类目" + third,
        "qualification_type", type);
  }

  @Override
  public Map<String, Object> call(String account, String operation, Map<String, ?> body) {
    return switch (operation) {
      case "shop/cat/get" ->
          Map.of(
              "third_cat_list",
              List.of(category(7400, 7410, 7411, 1), category(7000, 7010, 7011, 0)));
      case "shop/audit/result" ->
          Map.of("data", Map.of("status", status, "brand_id", 0, "reject_reason", reason));
      case "shop/audit/audit_category", "shop/audit/audit_brand" -> audit(operation, body);
      default -> Map.of("data", List.of());
    };
  }
}
