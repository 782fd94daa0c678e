package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The application for the scene merchant number (场景经营商户号, WeChat docs, joining [接入流程]). */
class WxPayOperations implements OperationFamily {

  /** Days a merchant has to remit the small amount that proves the account. */
  private static final Duration REMIT_WITHIN = Duration.ofDays(7);

  private final Applyments applyments;

  WxPayOperations(Applyments applyments) {
    this.applyments = applyments;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/wxpay/apply", this::apply,
        "shop/wxpay/get", this::get,
        "shop/wxpay/get_info", this::info);
  }

  private Map<String, Object> apply(Shop shop, Map<String, Object> request) {
    List<String> missing = ApplymentRequest.missingPictures(request);
    if (!missing.isEmpty()) {
      throw new SandboxError(40097, "invalid args: " + missing.get(0) + ".pay_media_id");
    }
    if (!request.containsKey("id_card_info") && !request.containsKey("id_doc_info")) {
      throw new SandboxError(40097, "invalid args: id_card_info");
    }
    applyments.submit(shop, request);
    return Map.of();
  }

  private Map<String, Object> get(Shop shop, Map<String, Object> request) {
    Map<String, Object> application = known(shop);
    return Fields.of(
        "pay_req", ApplymentRequest.full(shop, application), "pay_resp", result(shop, application));
  }

  private Map<String, Object> info(Shop shop, Map<String, Object> request) {
    return Fields.of("pay_req", ApplymentRequest.masked(shop, known(shop)));
  }

  private static Map<String, Object> known(Shop shop) {
    Map<String, Object> application = Applyments.stored(shop);
    if (application.isEmpty()) {
      throw new SandboxError(9401020, "参数有误: 申请单不存在");
    }
    return application;
  }

  private static Map<String, Object> result(Shop shop, Map<String, Object> application) {
    ApplymentState state = Applyments.state(application);
    String link =
        "https://pay.weixin.qq.com/public/apply4ec_sign/s?applymentId="
            + Fields.text(application, "applyment_id");
    Map<String, Object> result =
        Fields.of(
            "out_request_no", application.get("out_request_no"),
            "applyment_id", application.get("applyment_id"),
            "applyment_state", state.name(),
            "applyment_state_desc", state.text(),
            "sub_mchid", application.get("sub_mchid"),
            "audit_detail", application.get("audit_detail"));
    switch (state) {
      case ACCOUNT_NEED_VERIFY -> {
        result.put("account_validation", validation(shop, application));
        result.put("legal_validation_url", link);
      }
      case NEED_SIGN -> {
        result.put("sign_state", "UNSIGNED");
        result.put("sign_url", link);
      }
      case FINISH -> {
        result.put("sign_state", "SIGNED");
        result.put("sign_url", link);
      }
      default -> {}
    }
    return result;
  }

  private static Map<String, Object> validation(Shop shop, Map<String, Object> application) {
    Map<String, Object> account =
        Fields.object(Fields.object(application.get("request")).get("account_info"));
    return Fields.of(
        "account_name", Fields.text(account, "account_name"),
        "account_no", Fields.text(account, "account_number"),
        "pay_amount", 124,
        "destination_account_number", "7222223333322332",
        "destination_account_name", "财付通支付科技有限公司",
        "destination_account_bank", "招商银行威盛大厦支行",
        "city", "深圳",
        "remark", "入驻账户验证",
        "deadline", SandboxClock.wire(shop.clock().now().plus(REMIT_WITHIN)));
  }
}
