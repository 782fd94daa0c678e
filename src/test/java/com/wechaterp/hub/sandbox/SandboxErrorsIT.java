package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Spus.spu;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Holds the sandbox to WeChat's own error codes (WeChat docs, error codes [错误码]). */
class SandboxErrorsIT {

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = new SandboxClient(server);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @Test
  void asksForAToken() {
    assertThat(code(client.send("POST", "/shop/cat/get", "{}"))).isEqualTo(41001);
  }

  @Test
  void refusesAnInventedToken() {
    assertThat(code(client.send("POST", "/shop/cat/get?access_token=invented", "{}")))
        .isIn(40001, 40014);
  }

  @Test
  void refusesAWrongSecret() {
    String body =
        "{\"grant_type\":\"client_credential\",\"appid\":\"%s\",\"secret\":\"wrong\"}"
            .formatted(SandboxServer.APP_ID);

    assertThat(code(client.send("POST", "/cgi-bin/stable_token", body))).isIn(40001, 40125);
  }

  @Test
  void refusesAnUnknownAppId() {
    String path = "/cgi-bin/token?grant_type=client_credential&appid=wx0&secret=x";

    assertThat(code(client.send("GET", path, ""))).isEqualTo(40013);
  }

  @Test
  void refusesAnEmptyBody() {
    assertThat(code(client.call("shop/cat/get", ""))).isEqualTo(44002);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"{\"audit_id\":", "[1]", "text", "{\"a\":1,}"})
  void refusesABodyThatIsNoJsonObject(String body) {
    assertThat(code(client.call("shop/audit/result", body))).isEqualTo(47001);
  }

  @Test
  void asksForPost() {
    assertThat(code(client.send("GET", "/shop/cat/get?access_token=" + client.token(), "")))
        .isEqualTo(43002);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/shop/spu/ad", "/channels/ec/product/add", "/shop"})
  void answersAnUnknownPathAsJson(String path) {
    HttpResponse<String> answer = client.exchange("POST", path, "{}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
    assertThat(answer.body()).contains("40066");
  }

  @Test
  void endsEveryErrorTextWithARid() {
    assertThat(client.call("shop/cat/get", "").path("errmsg").asString())
        .matches(".* rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
  }

  @Test
  void asksForTheMerchantsProductId() {
    Map<String, Object> spu = spu("without");
    spu.remove("out_product_id");

    assertThat(code(client.call("shop/spu/add", spu))).isEqualTo(1000001);
  }

  @Test
  void refusesAProductWithoutSkus() {
    Map<String, Object> spu = spu("no-sku");
    spu.put("skus", List.of());

    assertThat(code(client.call("shop/spu/add", spu))).isEqualTo(1000020);
  }

  @Test
  void refusesANewProductWithoutStock() {
    Map<String, Object> spu = spu("no-stock");
    Map<String, Object> sku = Fields.object(((List<?>) spu.get("skus")).get(0));
    sku.put("stock_num", 0);

    assertThat(code(client.call("shop/spu/add", spu))).isEqualTo(1000015);
    sku.put("stock_num", 1);
    client.ok("shop/spu/add", spu);
    sku.put("stock_num", 0);
    client.pull("products/no-stock/audit");
    client.ok("shop/spu/update", spu);
  }

  @Test
  void refusesAProductThatIsSubmittedTooOftenWithinAnHour() {
    client.pull("quota?hour=200&day=1000&product=2");
    client.ok("shop/spu/add", spu("often"));
    client.pull("products/often/audit");
    client.ok("shop/spu/update", spu("often"));
    client.pull("products/often/audit");

    assertThat(code(client.call("shop/spu/update", spu("often")))).isEqualTo(1000019);
    client.ok("shop/spu/add", spu("seldom"));
    client.pull("jump?seconds=3601");
    client.ok("shop/spu/update", spu("often"));
    client.pull("quota?hour=200&day=1000&product=20");
  }

  @Test
  void namesAFieldThatIsMissing() {
    Map<String, Object> spu = spu("no-title");
    spu.remove("title");

    JsonNode answer = client.call("shop/spu/add", spu);

    assertThat(code(answer)).isIn(40097, 9401020);
    assertThat(answer.path("errmsg").asString()).contains("title");
  }

  @Test
  void refusesAnUnknownCategory() {
    Map<String, Object> spu = spu("no-category");
    spu.put("third_cat_id", 1);

    assertThat(code(client.call("shop/spu/add", spu))).isEqualTo(1000009);
  }

  @Test
  void refusesABrandTheShopDoesNotHold() {
    Map<String, Object> spu = spu("no-brand");
    spu.put("brand_id", 77);

    JsonNode answer = client.call("shop/spu/add", spu);

    assertThat(code(answer)).isEqualTo(1000006);
  }

  @Test
  void refusesAPictureFromElsewhere() {
    Map<String, Object> spu = spu("foreign");
    spu.put("head_img", List.of("https://example.com/a.jpg"));

    assertThat(code(client.call("shop/spu/add", spu))).isEqualTo(1070010);
  }

  @Test
  void doesNotKnowAProductNeverAdded() {
    assertThat(code(client.call("shop/spu/get", Map.of("out_product_id", "never"))))
        .isEqualTo(9401002);
  }

  private static int code(JsonNode answer) {
    return answer.path("errcode").asInt();
  }
}
