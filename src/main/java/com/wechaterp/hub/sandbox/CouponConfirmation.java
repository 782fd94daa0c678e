package com.wechaterp.hub.sandbox;

import java.util.Map;

/**
 * Proves that a merchant answers claims: pushes one of a coupon that is none, and waits for the
 * answer (coupon/confirm). Before that no call about coupons is taken.
 */
class CouponConfirmation implements OperationFamily, Gate {

  private static final String KIND = "couponcallback";
  private static final String OPERATION = "shop/coupon/confirm";
  private static final String COUPON = "test_coupon";
  private static final String REQUEST = "test_coupon_request_id";
  private static final String USER_COUPON = "test_coupon_user_coupon_id";

  private final Pushes pushes;
  private final boolean confirmedBefore;

  CouponConfirmation(Pushes pushes, boolean confirmedBefore) {
    this.pushes = pushes;
    this.confirmedBefore = confirmedBefore;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(OPERATION, this::confirm);
  }

  @Override
  public void check(Shop shop, String operation) {
    boolean needed = operation.startsWith("shop/coupon/") && !operation.equals(OPERATION);
    if (needed && !confirmedBefore && shop.get(KIND, KIND) == null) {
      throw new SandboxError(1090021, "优惠券回调未确认");
    }
  }

  private Map<String, Object> confirm(Shop shop, Map<String, Object> request) {
    String answer =
        pushes.ask(
            shop,
            "open_product_receive_coupon",
            Fields.of("out_coupon_id", COUPON, "request_id", REQUEST));
    if (answer.isEmpty()) {
      throw new SandboxError(1090032, "回调优惠券系统失败");
    }
    if (!isRight(PushReply.read(shop, answer))) {
      throw new SandboxError(1090020, "优惠券回调检验结果失败");
    }
    shop.put(KIND, KIND, Fields.of("confirmed_at", shop.clock().wire()));
    return Map.of();
  }

  private static boolean isRight(Map<String, Object> reply) {
    return Fields.text(reply, "ret_code").equals("0")
        && Fields.text(reply, "out_coupon_id").equals(COUPON)
        && Fields.text(reply, "request_id").equals(REQUEST)
        && Fields.text(reply, "out_user_coupon_id").equals(USER_COUPON);
  }
}
