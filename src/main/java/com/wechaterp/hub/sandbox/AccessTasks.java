package com.wechaterp.hub.sandbox;

import java.util.Map;
import java.util.Set;

/** Which tasks of joining real use has proven, and which ones are declared finished. */
final class AccessTasks {

  private static final String KEY = "access";

  /** Those that open_product_task_finished stands for; the older order and after-sale are not. */
  private static final Set<AccessTask> NEEDED =
      Set.of(
          AccessTask.PRODUCT,
          AccessTask.EC_ORDER,
          AccessTask.DELIVERY,
          AccessTask.EC_AFTERSALE,
          AccessTask.TESTED,
          AccessTask.RELEASED);

  private AccessTasks() {}

  /** Notes that a task was done for real: a product passed, an order was paid, and so on. */
  static void used(Shop shop, AccessTask task) {
    task.success().ifPresent(flag -> set(shop, flag));
  }

  /**
   * Declares a task finished.
   *
   * @throws SandboxError if it was never done for real
   */
  static void finish(Shop shop, AccessTask task) {
    Map<String, Object> flags = stored(shop);
    if (task.success().filter(flag -> Fields.number(flags, flag) != 1).isPresent()) {
      throw unmet();
    }
    set(shop, task.finished());
  }

  /** Returns what WeChat answers to a step asked for too early. */
  static SandboxError unmet() {
    return new SandboxError(9401020, "未满足完成条件");
  }

  /** Sets every flag, as for an account that joined long ago. */
  static void finishAll(Shop shop) {
    for (AccessTask task : AccessTask.values()) {
      used(shop, task);
      set(shop, task.finished());
    }
  }

  /** Returns all flags as register/check shows them. */
  static Map<String, Object> flags(Shop shop) {
    Map<String, Object> stored = stored(shop);
    Map<String, Object> flags = Fields.of();
    for (AccessTask task : AccessTask.values()) {
      task.success().ifPresent(flag -> flags.put(flag, Fields.number(stored, flag)));
      flags.put(task.finished(), Fields.number(stored, task.finished()));
    }
    flags.put("open_product_task_finished", allFinished(shop) ? 1 : 0);
    return flags;
  }

  static boolean allFinished(Shop shop) {
    Map<String, Object> stored = stored(shop);
    return NEEDED.stream().allMatch(task -> Fields.number(stored, task.finished()) == 1);
  }

  private static void set(Shop shop, String flag) {
    Map<String, Object> flags = stored(shop);
    if (Fields.number(flags, flag) != 1) {
      flags.put(flag, 1);
      shop.put(Onboarding.KIND, KEY, flags);
    }
  }

  private static Map<String, Object> stored(Shop shop) {
    return Fields.object(shop.get(Onboarding.KIND, KEY));
  }
}
