package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Applications that concern the account: another trade type, and the standing of a known brand. */
class AccountApplications implements OperationFamily {

  private static final String TRADE_TYPE = "tradetype";
  private static final String BRAND = "famousbrand";
  private static final int WELL_KNOWN = 1;
  private static final int IN_AUDIT = 1;
  private static final int MOST_MATERIALS = 10;

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "wxa/sec/order/setwxatradetypecgi", this::changeTradeType,
        "wxa/sec/famousbrand/apply", this::applyForBrand,
        "wxa/sec/famousbrand/get_status", this::brand);
  }

  private Map<String, Object> changeTradeType(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> materials = Fields.objects(request.get("material_list"));
    if (materials.isEmpty() || materials.size() > MOST_MATERIALS) {
      throw new SandboxError(10060014, "参数错误: material_list");
    }
    if (shop.get(TRADE_TYPE, TRADE_TYPE) != null) {
      throw new SandboxError(268486048, "重复申请，一个账号只能申请一次");
    }
    shop.put(TRADE_TYPE, TRADE_TYPE, Fields.copy(request));
    return Map.of();
  }

  private Map<String, Object> applyForBrand(Shop shop, Map<String, Object> request) {
    Map<String, Object> application = Fields.copy(Fields.object(request.get("Application")));
    boolean brand = Fields.number(application, "apply_for") == WELL_KNOWN;
    if (brand && Fields.object(application.get("audit_info")).isEmpty()) {
      throw new SandboxError(10210001, "参数错误: audit_info");
    }
    if (shop.get(BRAND, BRAND) != null) {
      throw new SandboxError(10210002, "状态错误");
    }
    shop.put(BRAND, BRAND, application);
    return Map.of();
  }

  private Map<String, Object> brand(Shop shop, Map<String, Object> request) {
    Map<String, Object> application = shop.get(BRAND, BRAND);
    if (application == null) {
      return Map.of();
    }
    return Fields.of(
        "progress",
        Fields.of("status", IN_AUDIT),
        "application",
        Fields.of("apply_for", application.get("apply_for"), "status", IN_AUDIT));
  }
}
