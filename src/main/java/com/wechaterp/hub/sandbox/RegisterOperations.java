package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** The account: joining, its tasks, its scenes, its customer service (REFERENCE §8). */
class RegisterOperations implements OperationFamily {

  private static final String KIND = "register";
  private static final String INFO = "info";

  /** Each task that can be declared finished, with the flag that real use must have set. */
  private static final Map<Long, List<String>> TASKS =
      Map.of(
          6L, List.of("spu_audit_finished", "spu_audit_success"),
          7L, List.of("pay_order_finished", "pay_order_success"),
          8L, List.of("send_delivery_finished", "send_delivery_success"),
          9L, List.of("add_aftersale_finished", "add_aftersale_success"),
          10L, List.of("test_api_finished"),
          11L, List.of("deploy_wxa_finished"),
          19L, List.of("ec_order_finished", "ec_order_success"),
          20L, List.of("ec_after_sale_finished", "ec_after_sale_success"));

  private final Pushes pushes;

  RegisterOperations(Pushes pushes) {
    this.pushes = pushes;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/register/apply", this::apply,
        "shop/register/check", this::check,
        "shop/register/finish_access_info", this::finish,
        "shop/register/apply_scene", this::applyScene,
        "shop/account/get_info", this::info,
        "shop/account/update_info", this::updateInfo);
  }

  private Map<String, Object> apply(Shop shop, Map<String, Object> request) {
    if (shop.get(KIND, KIND) == null) {
      shop.put(KIND, KIND, Fields.of("status", 2));
      pushes.push(
          shop,
          "open_product_account_register",
          "OpenProductAccountRegister",
          Fields.of("status", 2));
    }
    return Map.of();
  }

  private static Map<String, Object> joined(Shop shop) {
    Map<String, Object> register = shop.get(KIND, KIND);
    if (register == null) {
      throw new SandboxError(1040003, "账户未接入");
    }
    return register;
  }

  private Map<String, Object> check(Shop shop, Map<String, Object> request) {
    Map<String, Object> register = joined(shop);
    return Fields.of(
        "data",
        Fields.of(
            "status",
            register.get("status"),
            "access_info",
            access(shop, register),
            "scene_group_list",
            Fields.objects(register.get("scenes"))));
  }

  private static Map<String, Object> access(Shop shop, Map<String, Object> register) {
    Map<String, Object> access = Fields.of();
    TASKS.values().forEach(flags -> flags.forEach(flag -> access.put(flag, 0)));
    access.putAll(Fields.object(register.get("flags")));
    boolean passed =
        shop.all(Audits.PRODUCT).stream().anyMatch(one -> Fields.number(one, "edit_status") == 4);
    access.put("spu_audit_success", passed ? 1 : 0);
    boolean upgraded =
        Fields.number(access, "spu_audit_finished") == 1
            && Fields.number(access, "ec_order_finished") == 1
            && Fields.number(access, "send_delivery_finished") == 1
            && Fields.number(access, "ec_after_sale_finished") == 1
            && Fields.number(access, "test_api_finished") == 1
            && Fields.number(access, "deploy_wxa_finished") == 1;
    access.put("open_product_task_finished", upgraded ? 1 : 0);
    return access;
  }

  private Map<String, Object> finish(Shop shop, Map<String, Object> request) {
    Map<String, Object> register = joined(shop);
    List<String> flags = TASKS.get(Fields.number(request, "access_info_item"));
    if (flags == null) {
      throw new SandboxError(40097, "invalid args: access_info_item");
    }
    if (flags.size() > 1 && Fields.number(access(shop, register), flags.get(1)) != 1) {
      throw new SandboxError(9401020, "未满足完成条件");
    }
    Map<String, Object> kept = Fields.object(register.get("flags"));
    kept.put(flags.get(0), 1);
    register.put("flags", kept);
    shop.put(KIND, KIND, register);
    return Map.of();
  }

  private Map<String, Object> applyScene(Shop shop, Map<String, Object> request) {
    Map<String, Object> register = joined(shop);
    if (Fields.number(access(shop, register), "open_product_task_finished") != 1) {
      throw new SandboxError(9401020, "未满足完成条件");
    }
    Map<String, Object> scene =
        Fields.of(
            "group_id",
            Fields.number(request, "scene_group_id"),
            "name",
            "视频号、公众号场景",
            "status",
            1,
            "reason",
            "",
            "scene_group_ext_list",
            List.of(Fields.of("ext_id", 1, "name", "客服售后", "status", 1)));
    register.put("scenes", List.of(scene));
    shop.put(KIND, KIND, register);
    pushes.push(shop, "open_product_scene_group_audit", "SceneGroupAudit", Fields.copy(scene));
    return Map.of();
  }

  private Map<String, Object> info(Shop shop, Map<String, Object> request) {
    Map<String, Object> info = shop.get(KIND, INFO);
    return Fields.of(
        "data",
        info == null
            ? Fields.of(
                "service_agent_path",
                "",
                "service_agent_phone",
                "",
                "service_agent_type",
                List.of(0))
            : info);
  }

  private Map<String, Object> updateInfo(Shop shop, Map<String, Object> request) {
    if (!Fields.texts(request.get("service_agent_type")).contains("0")) {
      throw new SandboxError(1040042, "该账号客服方式必须包含微信客服");
    }
    shop.put(
        KIND,
        INFO,
        Fields.of(
            "service_agent_path", Fields.text(request, "service_agent_path"),
            "service_agent_phone", Fields.text(request, "service_agent_phone"),
            "service_agent_type", request.get("service_agent_type")));
    return Map.of();
  }
}
