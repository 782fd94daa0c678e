package com.wechaterp.hub.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The buyer's side of coupons: claiming one in the live room. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control/coupons")
class CouponLevers implements Levers {

  private static final String CLAIM = "claim";
  private static final String BUYER = "oSandboxBuyer000000000000001";

  private final Sandbox sandbox;
  private final Pushes pushes;

  CouponLevers(Sandbox sandbox, Pushes pushes) {
    this.sandbox = sandbox;
    this.pushes = pushes;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/coupons",
        "every coupon, and every claim with what the merchant answered",
        "POST /sandbox/_control/coupons/{out_coupon_id}/claim?openid=&request_id=",
        "claim a coupon as a buyer; the merchant's answer says whether it was given");
  }

  @GetMapping
  Map<String, Object> show(@RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    return Fields.of("coupons", shop.all(CouponOperations.KIND), "claims", shop.all(CLAIM));
  }

  @PostMapping("/{id}/claim")
  Map<String, Object> claim(
      @PathVariable String id,
      @RequestParam(defaultValue = BUYER) String openid,
      @RequestParam(name = "request_id", defaultValue = "") String requestId) {
    Shop shop = sandbox.shopWith(CouponOperations.KIND, id);
    String request = requestId.isEmpty() ? "claim" + shop.nextId() : requestId;
    Map<String, Object> claim =
        Fields.of("request_id", request, "out_coupon_id", id, "openid", openid);
    synchronized (shop) {
      shop.put(CLAIM, request, claim);
    }
    pushes.push(
        shop,
        "open_product_receive_coupon",
        Fields.of("FromUserName", openid, "out_coupon_id", id, "request_id", request),
        answer -> answered(shop, claim, PushReply.read(shop, answer)));
    return claim;
  }

  /** Keeps the merchant's answer; a coupon it gave is in the buyer's wallet from then on. */
  private static void answered(Shop shop, Map<String, Object> claim, Map<String, Object> reply) {
    String given = Fields.text(reply, "out_user_coupon_id");
    synchronized (shop) {
      Map<String, Object> done = Fields.copy(claim);
      done.put("reply", reply);
      shop.put(CLAIM, Fields.text(claim, "request_id"), done);
      Map<String, Object> coupon =
          shop.get(CouponOperations.KIND, Fields.text(claim, "out_coupon_id"));
      if (coupon != null && Fields.text(reply, "ret_code").equals("0") && !given.isEmpty()) {
        UserCouponOperations.give(
            shop,
            Fields.text(claim, "openid"),
            coupon,
            given,
            UserCouponOperations.VALID,
            shop.clock().now().getEpochSecond());
      }
    }
  }
}
