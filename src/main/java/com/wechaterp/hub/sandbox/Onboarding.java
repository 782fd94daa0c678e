package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How far an account has joined: the agreement, its scenes, and what levers did to it. */
class Onboarding {

  static final String KIND = "onboarding";

  /** How long the administrator has to confirm the agreement (WeChat docs, limits [限额]). */
  static final Duration AGREEMENT = Duration.ofHours(24);

  private static final String REGISTER = "register";
  private static final String SCENE = "scene";
  private static final String LEVERS = "levers";

  private final boolean onboarded;

  Onboarding(SandboxProperties properties) {
    this.onboarded = properties.onboarded();
  }

  /** Gives an account that nobody has touched yet the state it starts with. */
  void settle(Shop shop) {
    if (onboarded && shop.get(KIND, REGISTER) == null) {
      complete(shop);
    }
  }

  /** Makes an account one that joined long ago. */
  void complete(Shop shop) {
    shop.put(KIND, REGISTER, Fields.of("status", 2));
    AccessTasks.finishAll(shop);
    shop.put(KIND, SCENE, scene(1, 1, "审核通过，可以在视频号场景使用。"));
    ServiceAgents.settle(shop);
    Applyments.complete(shop);
  }

  /** Makes an account one that has not joined, with nothing proven. */
  void forget(Shop shop) {
    shop.put(KIND, REGISTER, Fields.of());
    shop.put(KIND, "access", Fields.of());
    shop.put(KIND, SCENE, Fields.of());
    ServiceAgents.forget(shop);
    Applyments.forget(shop);
  }

  /** Returns the state of the agreement: 2 once confirmed, 3 when banned. */
  static Map<String, Object> register(Shop shop) {
    return Fields.object(shop.get(KIND, REGISTER));
  }

  static void register(Shop shop, Map<String, Object> changed) {
    shop.put(KIND, REGISTER, changed);
  }

  static boolean isJoined(Shop shop) {
    return Fields.number(register(shop), "status") == 2;
  }

  /**
   * Passes an account that has joined or was banned after.
   *
   * @throws SandboxError 1040003 before
   */
  static void requireJoined(Shop shop) {
    if (Fields.number(register(shop), "status") == 0) {
      throw new SandboxError(1040003, "账户未接入");
    }
  }

  /** Returns the scene applied for; one never applied for is not audited. */
  static Map<String, Object> scene(Shop shop) {
    Map<String, Object> scene = Fields.object(shop.get(KIND, SCENE));
    return scene.isEmpty() ? scene(1, 3, "") : scene;
  }

  static void scene(Shop shop, Map<String, Object> changed) {
    shop.put(KIND, SCENE, changed);
  }

  /** Returns a scene in a state, its audit items in the same. */
  static Map<String, Object> scene(long group, int status, String reason) {
    return Fields.of(
        "group_id",
        group,
        "name",
        group == 3 ? "订单中心" : "视频号、公众号场景",
        "status",
        status,
        "reason",
        reason,
        "scene_group_ext_list",
        List.of(
            Fields.of("ext_id", 1, "name", "客服售后", "status", status),
            Fields.of("ext_id", 2, "name", "电商平台", "status", status)));
  }

  /** Returns whether a lever is pulled: retired, closed. */
  static boolean is(Shop shop, String lever) {
    return Boolean.TRUE.equals(Fields.object(shop.get(KIND, LEVERS)).get(lever));
  }

  static void set(Shop shop, String lever, boolean on) {
    Map<String, Object> levers = Fields.object(shop.get(KIND, LEVERS));
    levers.put(lever, on);
    shop.put(KIND, LEVERS, levers);
  }
}
