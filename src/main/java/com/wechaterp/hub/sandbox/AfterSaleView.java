package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** After-sales as WeChat shows them: the fields of the recorded answer, its times as text. */
final class AfterSaleView {

  private static final List<String> SHOWN =
      List.of(
          "out_aftersale_id",
          "aftersale_id",
          "out_order_id",
          "order_id",
          "product_info",
          "type",
          "return_info",
          "orderamt",
          "refund_reason_type",
          "refund_reason",
          "media_list",
          "status",
          "create_time",
          "update_time",
          "openid",
          "refund_pay_detail",
          "return_id",
          "return_address_info",
          "complaint_order_id_list");

  private AfterSaleView() {}

  static Map<String, Object> shown(Map<String, Object> aftersale) {
    Map<String, Object> shown = Fields.of();
    SHOWN.stream()
        .filter(aftersale::containsKey)
        .forEach(name -> shown.put(name, aftersale.get(name)));
    return Fields.copy(shown);
  }
}
