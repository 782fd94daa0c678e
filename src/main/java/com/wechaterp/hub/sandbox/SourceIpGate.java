package com.wechaterp.hub.sandbox;

import java.util.List;

/** Refuses calls that check the source IP while a lever has taken it off the whitelist. */
class SourceIpGate implements Gate {

  private static final String KIND = "whitelist";

  /** WeChat checks the source IP of these even with a valid token. */
  private static final List<String> CHECKED =
      List.of(
          "shop/funds/",
          "shop/order/getpaymentparams",
          "shop/ecaftersale/update",
          "shop/ecaftersale/get_list",
          "shop/ecaftersale/uploadreturninfo",
          "shop/ecaftersale/upload_certificates",
          "shop/ecaftersale/merchantupdate",
          "shop/ecaftersale/merchanttest");

  /** Puts the caller on the whitelist, or takes it off. */
  static void list(Shop shop, boolean listed) {
    shop.put(KIND, KIND, Fields.of("listed", listed));
  }

  @Override
  public void check(Shop shop, String operation) {
    boolean off = Boolean.FALSE.equals(Fields.object(shop.get(KIND, KIND)).get("listed"));
    if (off && CHECKED.stream().anyMatch(operation::startsWith)) {
      throw new SandboxError(40164, "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist");
    }
  }
}
