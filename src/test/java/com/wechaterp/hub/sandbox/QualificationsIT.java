package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static com.wechaterp.hub.sandbox.Spus.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Holds the audits of brands and categories to what WeChat asks for (WeChat docs, joining [接入流程]).
 */
class QualificationsIT {

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
  void forgets() {
    client.pull("reset");
  }

  @Test
  void grantsABrandAndTellsItsId() throws IOException {
    JsonNode submitted = submitBrand(ownBrand());
    assertLikeRecorded("shop.audit.audit_brand", submitted);
    assertLikeRecorded("shop.audit.result", result(submitted));

    client.pull("qualifications/" + submitted.path("audit_id").asString());

    JsonNode data = result(submitted).path("data");
    assertThat(data.path("status").asInt()).isEqualTo(1);
    assertThat(data.path("brand_id").asLong()).isPositive();
    assertThat(client.event("open_product_brand_audit").path("brand_id"))
        .isEqualTo(data.path("brand_id"));
    assertThat(client.ok("shop/account/get_brand_list", Map.of()).path("data").toString())
        .contains("我们的牌子");
  }

  @Test
  void rejectsABrandWithAReason() {
    JsonNode submitted = submitBrand(ownBrand());

    client.pull("qualifications/" + submitted.path("audit_id").asString() + "?reject=blurred");

    JsonNode data = result(submitted).path("data");
    assertThat(data.path("status").asInt()).isEqualTo(9);
    assertThat(data.path("reject_reason").asString()).isEqualTo("blurred");
    assertThat(data.path("brand_id").asLong()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trademark_registrant",
        "trademark_authorization_period",
        "trademark_registration_certificate"
      })
  void asksForThePapersOfARegisteredMark(String field) {
    Map<String, Object> brand = ownBrand();
    brand.remove(field);

    JsonNode answer = submitBrand(brand);

    assertThat(answer.path("errcode").asInt()).isEqualTo(40097);
    assertThat(answer.path("errmsg").asString()).contains(field);
  }

  @Test
  void asksAnAgencyForItsAuthorisation() {
    Map<String, Object> brand = ownBrand();
    brand.put("brand_management_type", 2);

    assertThat(submitBrand(brand).path("errmsg").asString()).contains("sale_authorization");
  }

  @Test
  void asksForTheApplicationOfAMarkNotYetRegistered() {
    Map<String, Object> brand = ownBrand();
    brand.put("brand_audit_type", 2);

    assertThat(submitBrand(brand).path("errmsg").asString())
        .contains("trademark_registration_application");
  }

  @Test
  void refusesPapersFromElsewhere() {
    Map<String, Object> brand = ownBrand();
    brand.put("trademark_registration_certificate", List.of("https://example.com/mark.jpg"));

    assertThat(submitBrand(brand).path("errcode").asInt()).isEqualTo(1070010);
    assertThat(submitCategory(7400, 7410, 7412, "https://example.com/licence.jpg"))
        .isEqualTo(1070010);
  }

  @Test
  void answersWhyACategoryIsNotAudited() {
    assertThat(submitCategory(7000, 7010, 7011, PICTURE)).isEqualTo(1050011);
    assertThat(submitCategory(1, 2, 3, PICTURE)).isEqualTo(1000009);
    assertThat(submitCategory(7000, 7410, 7412, PICTURE)).isEqualTo(1000009);
    assertThat(client.code("shop/audit/result", Map.of("audit_id", "nobody"))).isEqualTo(1050005);
  }

  @Test
  void tellsWhatBecameOfACategory() {
    String id =
        client
            .ok("shop/audit/audit_category", category(7400, 7410, 7412, PICTURE))
            .path("audit_id")
            .asString();

    client.pull("qualifications/" + id + "?reject=blurred");

    JsonNode event = client.event("open_product_category_audit");
    assertThat(event.path("audit_id").asString()).isEqualTo(id);
    assertThat(event.path("status").asInt()).isEqualTo(9);
    assertThat(event.path("reject_reason").asString()).isEqualTo("blurred");
  }

  @Test
  void refusesACategoryGrantedAlready() {
    String id =
        client
            .ok("shop/audit/audit_category", category(7400, 7410, 7412, PICTURE))
            .path("audit_id")
            .asString();
    client.pull("qualifications/" + id);

    assertThat(submitCategory(7400, 7410, 7412, PICTURE)).isEqualTo(1050003);
  }

  @Test
  void knowsPapersFiledWithTheMiniProgramPlatform() throws IOException {
    assertThat(client.code("shop/audit/get_miniapp_certificate", Map.of("req_type", 2)))
        .isEqualTo(1050006);

    client.pull("certificates?brand=Acme&category=food");

    assertLikeRecorded(
        "shop.audit.get_miniapp_certificate",
        client.call("shop/audit/get_miniapp_certificate", Map.of("req_type", 2)));
    assertThat(client.code("shop/audit/get_miniapp_certificate", Map.of("req_type", 1))).isZero();
  }

  private static JsonNode result(JsonNode submitted) {
    return client.ok(
        "shop/audit/result", Map.of("audit_id", submitted.path("audit_id").asString()));
  }

  private static JsonNode submitBrand(Map<String, Object> brand) {
    return client.call(
        "shop/audit/audit_brand",
        Map.of("audit_req", Map.of("license", List.of(PICTURE), "brand_info", brand)));
  }

  private static int submitCategory(int level1, int level2, int level3, String picture) {
    return client.code("shop/audit/audit_category", category(level1, level2, level3, picture));
  }

  private static Map<String, Object> category(int level1, int level2, int level3, String picture) {
    return Map.of(
        "audit_req",
        Map.of(
            "license",
            List.of(PICTURE),
            "category_info",
            Map.of(
                "level1", level1,
                "level2", level2,
                "level3", level3,
                "certificate", List.of(picture))));
  }

  private static Map<String, Object> ownBrand() {
    Map<String, Object> brand = new HashMap<>();
    brand.put("brand_audit_type", 1);
    brand.put("brand_management_type", 1);
    brand.put("trademark_type", "24");
    brand.put("commodity_origin_type", 2);
    brand.put("brand_wording", "我们的牌子");
    brand.put("trademark_registrant", "某某公司");
    brand.put("trademark_registrant_nu", "1249305");
    brand.put("trademark_authorization_period", "2030-03-25 00:00:00");
    brand.put("trademark_registration_certificate", List.of(PICTURE));
    return brand;
  }
}
