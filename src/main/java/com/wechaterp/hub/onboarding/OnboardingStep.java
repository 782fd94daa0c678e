package com.wechaterp.hub.onboarding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps in the order a merchant takes them (WeChat docs, joining [接入流程]). */
public enum OnboardingStep {
  APPLY("Apply for the component", "申请接入自定义版交易组件"),
  SERVICE("Customer service and return address", "客服方式与默认退货地址", APPLY),
  MERCHANT_NUMBER("Scene merchant number", "场景经营商户号", APPLY),
  CATEGORIES("Categories and their qualifications", "类目与类目资质", APPLY),
  PRODUCTS(6, "spu_audit", "Product interface", "完成商品接口", SERVICE),
  BASE_LIBRARY("Payment check in the mini-program", "小程序端支付校验", PRODUCTS),
  ORDER(7, "pay_order", "Test order, paid outside (fund_type 0)", "测试订单（fund_type 0）", PRODUCTS),
  EC_ORDER(
      19,
      "ec_order",
      "Test order, paid through the scene merchant number (fund_type 1)",
      "测试订单（fund_type 1）",
      PRODUCTS,
      MERCHANT_NUMBER,
      BASE_LIBRARY),
  DELIVERY(8, "send_delivery", "Test shipment", "测试发货", ORDER),
  AFTERSALE(9, "add_aftersale", "Test after-sale (v1)", "测试售后（旧版）", DELIVERY),
  EC_AFTERSALE(20, "ec_after_sale", "Test after-sale", "测试售后", EC_ORDER),
  TEST(10, "test_api", "Testing finished", "测试完成", DELIVERY, AFTERSALE, EC_AFTERSALE),
  RELEASE(11, "deploy_wxa", "Mini-program released", "小程序发版完成", TEST),
  SCENE("Scene application", "场景接入申请", RELEASE),
  CATALOGUE("Whole catalogue audited", "全部商品审核完成", PRODUCTS);

  private final int item;
  private final String flag;
  private final String english;
  private final String chinese;
  private final List<OnboardingStep> needs;

  OnboardingStep(String english, String chinese, OnboardingStep... needs) {
    this(0, "", english, chinese, needs);
  }

  OnboardingStep(int item, String flag, String english, String chinese, OnboardingStep... needs) {
    this.item = item;
    this.flag = flag;
    this.english = english;
    this.chinese = chinese;
    this.needs = List.of(needs);
  }

  /** Returns its id, such as {@code ec-order}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the access_info_item that declares it finished, 0 if there is none. */
  public int item() {
    return item;
  }

  /** Returns the flag that real use sets, empty if there is none or it is said without proof. */
  String success() {
    return flag.isEmpty() || this == TEST || this == RELEASE ? "" : flag + "_success";
  }

  /** Returns the flag that declaring it finished sets, empty if there is none. */
  String finished() {
    return flag.isEmpty() ? "" : flag + "_finished";
  }

  /** Returns the English title. */
  public String english() {
    return english;
  }

  /** Returns the Chinese title. */
  public String chinese() {
    return chinese;
  }

  /** Returns the steps that must be done before. */
  List<OnboardingStep> needs() {
    return needs;
  }

  /** Returns whether a person does it outside the hub and says so. */
  boolean manual() {
    return this == BASE_LIBRARY || this == TEST || this == RELEASE;
  }

  /** Returns the step of an id, empty if there is none. */
  public static Optional<OnboardingStep> of(String id) {
    return List.of(values()).stream().filter(step -> step.id().equals(id)).findFirst();
  }
}
