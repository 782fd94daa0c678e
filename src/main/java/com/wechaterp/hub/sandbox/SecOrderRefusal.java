package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.Violation;
import java.util.Map;

/**
 * How the shipping-info management names a field that is missing or wrong (WeChat docs, error codes
 * [错误码]).
 */
final class SecOrderRefusal {

  private static final String PREFIX = "wxa/sec/";
  private static final String BRAND = "wxa/sec/famousbrand/";

  private static final Map<String, SandboxError> KNOWN =
      Map.of(
          "order_number_type", new SandboxError(268485194, "订单单号类型非法"),
          "delivery_mode", new SandboxError(268485224, "发货模式非法"),
          "logistics_type", new SandboxError(10060005, "物流类型有误"),
          "upload_time", new SandboxError(268485216, "上传时间非法，请按照RFC 3339格式填写"),
          "type", new SandboxError(268546000, "type非法"),
          "delay_to", new SandboxError(268546001, "delay_to非法"));

  private SecOrderRefusal() {}

  static boolean concerns(Operation operation) {
    return operation.id().startsWith(PREFIX);
  }

  static SandboxError of(Operation operation, Violation violation) {
    if (operation.id().startsWith(BRAND)) {
      return new SandboxError(10210001, "参数错误: " + violation.field());
    }
    if (violation.rule().startsWith("must be a list")) {
      return new SandboxError(47001, "data format error");
    }
    String field = violation.field().substring(violation.field().lastIndexOf('.') + 1);
    SandboxError known = KNOWN.get(field);
    return known == null ? new SandboxError(10060014, "参数错误: " + violation.field()) : known;
  }
}
