package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Joining: the application, its tasks, its scene (WeChat docs, joining [接入流程]). */
class RegisterOperations implements OperationFamily {

  private final Audits audits;
  private final Administrator administrator;

  RegisterOperations(Audits audits, Administrator administrator) {
    this.audits = audits;
    this.administrator = administrator;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/register/apply", this::apply,
        "shop/register/check", this::check,
        "shop/register/finish_access_info", this::finish,
        "shop/register/apply_scene", this::applyScene);
  }

  private Map<String, Object> apply(Shop shop, Map<String, Object> request) {
    if (Fields.number(Onboarding.register(shop), "status") == 0) {
      long now = shop.clock().now().toEpochMilli();
      Onboarding.register(
          shop,
          Fields.of(
              "lapses", now + Onboarding.AGREEMENT.toMillis(), "due", administrator.dueFrom(shop)));
    }
    return Map.of();
  }

  private Map<String, Object> check(Shop shop, Map<String, Object> request) {
    Onboarding.requireJoined(shop);
    Map<String, Object> scene = Fields.copy(Onboarding.scene(shop));
    scene.remove("audit_due");
    return Fields.of(
        "data",
        Fields.of(
            "status",
            Onboarding.register(shop).get("status"),
            "access_info",
            AccessTasks.flags(shop),
            "scene_group_list",
            List.of(scene)));
  }

  private Map<String, Object> finish(Shop shop, Map<String, Object> request) {
    Onboarding.requireJoined(shop);
    AccessTask task =
        AccessTask.of(Fields.number(request, "access_info_item"))
            .orElseThrow(() -> new SandboxError(40097, "invalid args: access_info_item"));
    AccessTasks.finish(shop, task);
    return Map.of();
  }

  private Map<String, Object> applyScene(Shop shop, Map<String, Object> request) {
    Onboarding.requireJoined(shop);
    if (!AccessTasks.allFinished(shop)) {
      throw AccessTasks.unmet();
    }
    long state = Fields.number(Onboarding.scene(shop), "status");
    if (state == 2 || state == 3) {
      Map<String, Object> scene = Onboarding.scene(Fields.number(request, "scene_group_id"), 0, "");
      scene.put("audit_due", audits.dueFrom(shop));
      Onboarding.scene(shop, scene);
    }
    return Map.of();
  }
}
