package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Set;

/** Holds an account that has not joined, or whose scene was closed, to the order of the steps. */
class OnboardingGate implements Gate {

  private static final Set<String> WRITES_PRODUCTS = Set.of("shop/spu/add", "shop/spu/update");

  /** Those that need an account that has joined; the rest is asked on the way there. */
  private static final List<String> JOINED =
      List.of(
          "shop/order/",
          "shop/pay/",
          "shop/delivery/send",
          "shop/delivery/recieve",
          "shop/aftersale/",
          "shop/ecaftersale/",
          "shop/complaint/",
          "shop/coupon/",
          "shop/promoter/",
          "shop/sharer/",
          "shop/wxpay/",
          "shop/funds/");

  private final Onboarding onboarding;

  OnboardingGate(Onboarding onboarding) {
    this.onboarding = onboarding;
  }

  @Override
  public void check(Shop shop, String operation) {
    onboarding.settle(shop);
    if (operation.startsWith("shop/register/") && Onboarding.is(shop, "retired")) {
      throw new SandboxError(1400007, "接口已停用");
    }
    boolean open = Onboarding.isJoined(shop) && !Onboarding.is(shop, "closed");
    if (!open && (operation.startsWith("shop/spu/") || operation.startsWith("shop/audit/"))) {
      throw new SandboxError(1000042, "请确认交易组件场景是否开通");
    }
    if (WRITES_PRODUCTS.contains(operation)) {
      ServiceAgents.requireWeChats(shop);
    }
    if (JOINED.stream().anyMatch(operation::startsWith)) {
      Onboarding.requireJoined(shop);
    }
    if (operation.equals("shop/order/getpaymentparams") && !Applyments.isFinished(shop)) {
      throw new SandboxError(1010044, "请求支付失败，受理关系不存在");
    }
  }
}
