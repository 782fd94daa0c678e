package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.Violation;
import java.util.Map;
import java.util.Set;

/** How WeChat refuses an order request: by the section that is wrong. */
final class OrderRefusal {

  /**
   * What the ticket generation of 2021 did not have yet (WeChat docs, the two contracts [接口升级]).
   */
  private static final Set<String> LATER = Set.of("fund_type", "expire_time", "sku_real_price");

  private OrderRefusal() {}

  static SandboxError of(String section) {
    int code =
        switch (section) {
          case "product_infos" -> 1010003;
          case "pay_info" -> 1010004;
          default -> 1010005;
        };
    return new SandboxError(code, section + "字段异常,请检查json及字段合法性");
  }

  static SandboxError of(Violation violation) {
    if (violation.field().equals("order_id")) {
      return new SandboxError(1010001, "order_id和out_order_id至少填一个");
    }
    String[] path = violation.field().split("[.\\[]");
    boolean inDetail = path[0].equals("order_detail") && path.length > 1;
    return of(inDetail ? path[1] : path[0]);
  }

  static boolean concerns(Operation operation) {
    return operation.id().startsWith("shop/order/");
  }

  /** Returns whether WeChat lets a missing field pass although today's documents require it. */
  static boolean tolerates(Operation operation, Map<String, Object> request, Violation violation) {
    String field = violation.field().substring(violation.field().lastIndexOf('.') + 1);
    if (!violation.rule().equals("is required")) {
      return false;
    }
    // WxJava 4.7 still sends the earlier name "desc".
    if (operation.id().equals("shop/order/get_list")) {
      return field.equals("sort_order");
    }
    return operation.id().equals("shop/order/add")
        && request.get("fund_type") == null
        && LATER.contains(field);
  }
}
