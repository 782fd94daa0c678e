package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.Violation;

/**
 * How WeChat refuses a call about an after-sale that it drives (WeChat docs, aftersale/errcode).
 */
final class AfterSaleRefusal {

  private AfterSaleRefusal() {}

  static boolean concerns(Operation operation) {
    return operation.id().startsWith("shop/ecaftersale/");
  }

  static SandboxError of(Violation violation) {
    return switch (violation.field()) {
      case "aftersale_id" -> new SandboxError(2747012, "售后单ID为空");
      case "order_id" -> new SandboxError(2747018, "订单号不合法");
      default -> wrong(violation.field());
    };
  }

  static SandboxError wrong(String field) {
    return new SandboxError(2747002, "参数错误: " + field);
  }

  static SandboxError unknownOrder() {
    return new SandboxError(2747006, "订单不存在,请检查订单号是否正确");
  }

  static SandboxError unknown() {
    return new SandboxError(2747007, "售后单不存在,请检查售后单号是否正确");
  }

  static SandboxError picture() {
    return new SandboxError(2747010, "图片url不合法");
  }

  static SandboxError changedTooOften() {
    return new SandboxError(2747016, "售后单发起和修改总次数超过限制");
  }

  static SandboxError goods(String cause) {
    return new SandboxError(2747020, "商品不能发起售后: " + cause);
  }

  static SandboxError notOrdered() {
    return new SandboxError(2747021, "商品ID在订单中不存在");
  }

  static SandboxError busy() {
    return new SandboxError(2747026, "当前订单有正在处理的售后调用,请稍后再试");
  }

  static SandboxError notShipped() {
    return new SandboxError(2747024, "申请的售后类型与Sku发货状态不匹配");
  }

  static SandboxError address() {
    return new SandboxError(2747025, "退货地址不合法");
  }

  static SandboxError notOfSceneMerchant() {
    return new SandboxError(2747027, "当前订单不是二级商户单,请检查fund_type字段");
  }
}
