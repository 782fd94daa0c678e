package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Leads an application for the scene merchant number through its states (WeChat docs, joining
 * [接入流程]).
 */
class WxPayIT {

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start(Map.of("hub.sandbox.audit-delay", "1h"));
    client = new SandboxClient(server);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @BeforeEach
  void joins() {
    client.pull("reset");
    client.pull("onboarding/fresh");
    client.ok("shop/register/apply", Map.of());
    client.pull("onboarding/confirm");
  }

  @Test
  void goesThroughEveryStateToAMerchantNumber() {
    client.ok("shop/wxpay/apply", application());
    assertThat(result().path("applyment_state").asString()).isEqualTo("CHECKING");

    client.pull("onboarding/wxpay");
    assertThat(result().path("applyment_state").asString()).isEqualTo("ACCOUNT_NEED_VERIFY");
    assertThat(result().path("account_validation").path("pay_amount").asInt()).isPositive();

    client.pull("onboarding/wxpay");
    assertThat(result().path("applyment_state").asString()).isEqualTo("AUDITING");

    client.pull("onboarding/wxpay");
    assertThat(result().path("applyment_state").asString()).isEqualTo("NEED_SIGN");
    assertThat(result().path("sign_url").asString()).startsWith("https://pay.weixin.qq.com/");
    assertThat(result().has("sub_mchid")).isFalse();

    client.pull("onboarding/wxpay");
    assertThat(result().path("applyment_state").asString()).isEqualTo("FINISH");
    assertThat(result().path("sub_mchid").asString()).matches("\\d{10}");
  }

  @Test
  void answersTheApplicationAsRecorded() throws IOException {
    client.ok("shop/wxpay/apply", application());

    assertLikeRecorded("shop.wxpay.get_info", client.call("shop/wxpay/get_info", Map.of()));
    JsonNode request = client.ok("shop/wxpay/get", Map.of()).path("pay_req");
    assertThat(request.path("id_card_info").path("id_card_copy").asString()).isEqualTo("pay_front");
    assertThat(request.path("contact_info").path("contact_name").asString()).isEqualTo("于先生");
    assertThat(request.path("need_account_info").asBoolean()).isTrue();
  }

  @Test
  void masksWhatIsPersonal() {
    client.ok("shop/wxpay/apply", application());

    JsonNode contact =
        client.ok("shop/wxpay/get_info", Map.of()).path("pay_req").path("contact_info");

    assertThat(contact.path("contact_name").asString()).isEqualTo("**生");
    assertThat(contact.path("mobile_phone").asString()).isEqualTo("155******56");
    assertThat(contact.path("contact_id_card_number").asString())
        .startsWith("43")
        .doesNotContain("19990101");
  }

  @Test
  void takesACorrectionAfterARejection() {
    client.ok("shop/wxpay/apply", application());
    assertThat(client.code("shop/wxpay/apply", application())).isNotZero();

    client.pull("onboarding/wxpay/reject?field=id_card_copy&reason=blurred");
    assertThat(result().path("applyment_state").asString()).isEqualTo("REJECTED");
    assertThat(result().path("audit_detail").get(0).path("reject_reason").asString())
        .isEqualTo("blurred");

    assertThat(client.code("shop/wxpay/apply", application())).isZero();
    assertThat(result().path("applyment_state").asString()).isEqualTo("CHECKING");
    assertThat(result().has("audit_detail")).isFalse();
  }

  @Test
  void asksForThePicturesOfTheIdentityCard() {
    Map<String, Object> without = new HashMap<>(application());
    without.put(
        "id_card_info",
        Map.of(
            "id_card_name", "于先生",
            "id_card_number", "43",
            "id_card_valid_time", "长期",
            "wxa_id_card_copy", Map.of(),
            "wxa_id_card_national", Map.of()));

    JsonNode answer = client.call("shop/wxpay/apply", without);

    assertThat(answer.path("errcode").asInt()).isEqualTo(40097);
    assertThat(answer.path("errmsg").asString()).contains("wxa_id_card_copy");
  }

  @Test
  void hasNoPaymentParametersBeforeThereIsAMerchantNumber() {
    assertThat(
            client.code(
                "shop/order/getpaymentparams", Map.of("openid", "oBuyer", "out_order_id", "1")))
        .isEqualTo(1010044);
  }

  @Test
  void checksAndAuditsByItself() {
    client.ok("shop/wxpay/apply", application());

    client.pull("jump?seconds=3600");

    await().until(() -> !result().path("applyment_state").asString().equals("CHECKING"));
  }

  private static JsonNode result() {
    return client.ok("shop/wxpay/get", Map.of()).path("pay_resp");
  }

  private static Map<String, Object> application() {
    return Map.of(
        "organization_type",
        2,
        "business_license_info",
        Map.of(
            "legal_person", "于先生",
            "business_time", "[\"2014-01-01\",\"长期\"]",
            "wxa_business_license_copy", picture("licence")),
        "id_card_info",
        Map.of(
            "id_card_name", "于先生",
            "id_card_number", "430000199901010000",
            "id_card_valid_time", "长期",
            "wxa_id_card_copy", picture("front"),
            "wxa_id_card_national", picture("back")),
        "contact_info",
        Map.of(
            "contact_type", "65",
            "contact_email", "merchant@example.com",
            "mobile_phone", "15500000056"),
        "account_info",
        Map.of(
            "bank_account_type", "ACCOUNT_TYPE_BUSINESS",
            "account_bank", "工商银行",
            "account_name", "沙箱商户",
            "account_number", "6222020100010001",
            "bank_address_code", "110000",
            "bank_branch_id", "402713354941"),
        "merchant_shortname",
        "沙箱商户");
  }

  private static Map<String, Object> picture(String name) {
    return Map.of(
        "name", name + ".jpg", "media_id", "media_" + name, "pay_media_id", "pay_" + name);
  }
}
