package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What others do while an account joins: the administrator confirms, WeChat audits the scene. */
class Joining implements Tick {

  private final Pushes pushes;

  Joining(Pushes pushes) {
    this.pushes = pushes;
  }

  @Override
  public void pass(Shop shop) {
    long now = shop.clock().now().toEpochMilli();
    Map<String, Object> register = Onboarding.register(shop);
    if (isApplied(shop) && Fields.number(register, "due") <= now) {
      confirm(shop);
    }
    Map<String, Object> scene = Onboarding.scene(shop);
    if (Fields.number(scene, "status") == 0 && Fields.number(scene, "audit_due") <= now) {
      decideScene(shop, null);
    }
  }

  /** Returns whether an application waits for the agreement; it lapses after a day. */
  private static boolean isApplied(Shop shop) {
    return Fields.number(Onboarding.register(shop), "lapses") > shop.clock().now().toEpochMilli();
  }

  /**
   * Confirms the agreement.
   *
   * @throws IllegalArgumentException if nobody applied
   */
  void confirm(Shop shop) {
    if (!isApplied(shop)) {
      throw new IllegalArgumentException("There is no application that waits for the agreement");
    }
    become(shop, 2);
  }

  /** Changes the state of the account: 2 joined, 3 banned. */
  void become(Shop shop, int status) {
    Onboarding.register(shop, Fields.of("status", status));
    announce(shop, status);
  }

  /** Cancels the component, as the merchant may in the console; 10 says so. */
  void cancel(Shop shop) {
    Onboarding.register(shop, Fields.of());
    announce(shop, 10);
  }

  private void announce(Shop shop, int status) {
    pushes.push(
        shop,
        "open_product_account_register",
        "OpenProductAccountRegister",
        Fields.of("status", status));
  }

  /**
   * Ends the audit of the scene.
   *
   * @param reason why it is refused; null if it is open from now on
   */
  void decideScene(Shop shop, @Nullable String reason) {
    Map<String, Object> scene = Onboarding.scene(shop);
    if (Fields.number(scene, "status") == 3) {
      throw new IllegalArgumentException("The scene was not applied for");
    }
    Map<String, Object> decided =
        Onboarding.scene(
            Fields.number(scene, "group_id"),
            reason == null ? 1 : 2,
            reason == null ? "审核通过，可以在视频号场景使用。" : reason);
    Onboarding.scene(shop, decided);
    int status = reason == null ? 1 : 2;
    pushes.push(
        shop,
        "open_product_scene_group_audit",
        "SceneGroupAudit",
        Fields.of(
            "group_id",
            decided.get("group_id"),
            "reason",
            decided.get("reason"),
            "name",
            decided.get("name"),
            "scene_group_ext_list",
            List.of(
                Fields.of("ext_id", 1, "status", status, "name", "绑定视频号"),
                Fields.of("ext_id", 2, "status", status, "name", "添加推广员"))));
  }
}
