package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** The account's customer service and default return address. */
final class ServiceAgents implements OperationFamily {

  private static final String KIND = "account";
  private static final String KEY = "info";

  private static final List<String> SHOWN =
      List.of("service_agent_path", "service_agent_phone", "service_agent_type");

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/account/get_info", this::info, "shop/account/update_info", this::updateInfo);
  }

  /** Gives an account that joined long ago WeChat's own customer service. */
  static void settle(Shop shop) {
    shop.put(KIND, KEY, Fields.of("service_agent_type", List.of(0)));
  }

  static void forget(Shop shop) {
    shop.put(KIND, KEY, Fields.of());
  }

  /**
   * Passes an account whose customer service includes WeChat's own.
   *
   * @throws SandboxError 1040042 as product calls answer it
   */
  static void requireWeChats(Shop shop) {
    if (!Fields.texts(stored(shop).get("service_agent_type")).contains("0")) {
      throw new SandboxError(1040042, "该账号客服方式必须包含微信客服");
    }
  }

  private static Map<String, Object> stored(Shop shop) {
    return Fields.object(shop.get(KIND, KEY));
  }

  private Map<String, Object> info(Shop shop, Map<String, Object> request) {
    Onboarding.requireJoined(shop);
    Map<String, Object> info =
        Fields.of(
            "service_agent_path", "", "service_agent_phone", "", "service_agent_type", List.of());
    Map<String, Object> stored = stored(shop);
    SHOWN.stream()
        .filter(stored::containsKey)
        .forEach(name -> info.put(name, stored.getOrDefault(name, "")));
    return Fields.of("data", info);
  }

  private Map<String, Object> updateInfo(Shop shop, Map<String, Object> request) {
    Onboarding.requireJoined(shop);
    Map<String, Object> info = stored(shop);
    info.putAll(Fields.copy(request));
    shop.put(KIND, KEY, info);
    return Map.of();
  }
}
