package com.wechaterp.hub.product;

import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as it is told, and can lose an answer or refuse a call once. */
final class FalteringWeChat implements WeChat {

  private static final Map<String, Object> CATEGORY =
      Map.of(
          "first_cat_id", 6472L,
          "second_cat_id", 6489L,
          "third_cat_id", 6493L,
          "third_cat_name", "茶叶",
          "qualification_type", 1L,
          "qualification", "《食品经营许可证》");

  /** Every operation called, and of those the ones that change something. */
  final List<String> called = new ArrayList<>();

  final List<String> sent = new ArrayList<>();

  /** The body of the last call that changes something. */
  Map<String, ?> body = Map.of();

  @Nullable Map<String, Object> shows;
  boolean losesTheAnswer;
  boolean opens = true;
  boolean asksForPapers;
  @Nullable WeChatException refuses;

  void shows(EditStatus edit, int status, String submitTime) {
    shows =
        Map.of(
            "product_id",
            77L,
            "edit_status",
            (long) edit.code(),
            "status",
            (long) status,
            "audit_info",
            Map.of("submit_time", submitTime, "reject_reason", "blurred"));
  }

  private Map<String, Object> category() {
    Map<String, Object> category = new HashMap<>(CATEGORY);
    if (asksForPapers) {
      category.put("product_qualification_type", 1L);
      category.put("product_qualification", "《检测报告》");
    }
    return category;
  }

  @Override
  public Map<String, Object> call(String account, String operation, Map<String, ?> body) {
    called.add(operation);
    if (operation.equals("shop/spu/get")) {
      if (shows == null) {
        throw refusal(operation, 9401002, ErrorCategory.PERMANENT);
      }
      return Map.of("spu", shows);
    }
    if (operation.equals("shop/cat/get")) {
      return Map.of("third_cat_list", List.of(category()));
    }
    if (operation.startsWith("shop/account/get_")) {
      return Map.of("data", opens ? List.of(CATEGORY) : List.of());
    }
    sent.add(operation);
    this.body = body;
    if (refuses != null) {
      WeChatException once = refuses;
      refuses = null;
      throw once;
    }
    if (losesTheAnswer) {
      losesTheAnswer = false;
      throw failure(operation, 0, ErrorCategory.OUTAGE, true);
    }
    return Map.of("data", Map.of("product_id", 77L));
  }

  static WeChatException refusal(String operation, int code, ErrorCategory category) {
    return failure(operation, code, category, false);
  }

  private static WeChatException failure(
      String operation, int code, ErrorCategory category, boolean unknown) {
    return new WeChatException(
        Problem.of("wechat-unreachable", "operation", operation, "error", code),
        category,
        operation,
        code,
        unknown,
        null);
  }
}
