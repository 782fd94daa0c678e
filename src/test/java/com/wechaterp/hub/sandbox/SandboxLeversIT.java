package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Spus.spu;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pulls every lever that tests and people rely on. */
class SandboxLeversIT {

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
    client.pull("quota?hour=200&day=1000");
  }

  @Test
  void listsTheLevers() {
    assertThat(client.send("GET", "/_control", "").propertyNames())
        .contains("POST /sandbox/_control/reset");
  }

  @Test
  void passesAnAudit() {
    client.call("shop/spu/add", spu("pass"));

    client.pull("products/pass/audit");

    assertThat(product("pass").path("status").asInt()).isEqualTo(5);
    assertThat(product("pass").path("edit_status").asInt()).isEqualTo(4);
  }

  @Test
  void rejectsAnAuditWithAReason() {
    client.call("shop/spu/add", spu("reject"));

    client.pull("products/reject/audit?reject=blurred");

    assertThat(product("reject").path("edit_status").asInt()).isEqualTo(3);
    assertThat(product("reject").path("reject_reason").asString()).isEqualTo("blurred");
    assertThat(product("reject").path("status").asInt()).isZero();
  }

  @Test
  void decidesDueAuditsAfterAJumpInTime() {
    client.call("shop/spu/add", spu("jump"));

    client.pull("jump?seconds=3600");

    Awaits.status(client, "jump", 5);
  }

  @Test
  void showsPriceAndStockAsTheyArrive() {
    client.call("shop/spu/add", spu("shown"));
    client.pull("products/shown/audit");
    Map<String, Object> sku = Map.of("out_sku_id", "shown-1", "sale_price", 1, "stock_num", 2);
    client.call(
        "shop/spu/update_without_audit", Map.of("out_product_id", "shown", "skus", List.of(sku)));

    JsonNode shown = product("shown").path("skus").get(0);

    assertThat(shown.path("sale_price").asInt()).isEqualTo(1);
    assertThat(shown.path("stock_num").asInt()).isEqualTo(2);
  }

  @Test
  void countsTheCallsOfEachOperation() {
    client.call("shop/spu/add", spu("count"));
    client.call("shop/spu/get", Map.of("out_product_id", "count"));
    client.call("shop/spu/get", Map.of("out_product_id", "count"));

    assertThat(client.look("calls").path("shop/spu/add").asInt()).isEqualTo(1);
    assertThat(client.look("calls").path("shop/spu/get").asInt()).isEqualTo(2);
  }

  @Test
  void failsTheNextCallOnly() {
    client.pull("fail?operation=shop/spu/add&value=-1");

    assertThat(code(client.call("shop/spu/add", spu("fail")))).isEqualTo(-1);
    assertThat(code(client.call("shop/spu/add", spu("fail")))).isZero();
  }

  @Test
  void failsAfterTheCallTookEffect() {
    client.pull("fail?operation=shop/spu/add&kind=http&value=500&afterwards=true");

    assertThat(add("late").statusCode()).isEqualTo(500);
    assertThat(code(client.call("shop/spu/add", spu("late")))).isEqualTo(1000012);
  }

  @Test
  void answersHtmlWhenAskedTo() {
    client.pull("fail?operation=shop/spu/add&kind=html");

    assertThat(add("html").body()).startsWith("<html>");
  }

  @Test
  void delistsAndRestoresAsThePlatform() {
    client.call("shop/spu/add", spu("risk"));
    client.pull("products/risk/audit");

    client.pull("products/risk/status?status=13&reason=fake");
    assertThat(product("risk").path("status").asInt()).isEqualTo(13);
    assertThat(code(client.call("shop/spu/listing", Map.of("out_product_id", "risk")))).isNotZero();

    client.pull("products/risk/status?status=5&reason=");
    assertThat(product("risk").path("status").asInt()).isEqualTo(5);
  }

  @Test
  void endsTheAllowanceOfTheHourAndOfTheDay() {
    client.pull("quota?hour=1&day=2");
    client.pull("jump?seconds=3600");

    assertThat(code(client.call("shop/spu/add", spu("quota-1")))).isZero();
    assertThat(code(client.call("shop/spu/add", spu("quota-2")))).isEqualTo(45011);
    client.pull("quota?hour=10&day=1");
    assertThat(code(client.call("shop/spu/add", spu("quota-3")))).isEqualTo(45009);
  }

  @Test
  void spendsNoAllowanceOnFigures() {
    client.call("shop/spu/add", spu("free"));
    client.pull("products/free/audit");
    client.pull("quota?hour=0&day=0");
    Map<String, Object> sku = Map.of("out_sku_id", "free-1", "stock_num", 2);

    assertThat(
            code(
                client.call(
                    "shop/spu/update_without_audit",
                    Map.of("out_product_id", "free", "skus", List.of(sku)))))
        .isZero();
  }

  @Test
  void namesAProductItDoesNotHave() {
    HttpResponse<String> answer = client.exchange("POST", "/_control/products/nobody/audit", "");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("nobody");
  }

  private static HttpResponse<String> add(String id) {
    return client.exchange(
        "POST", "/shop/spu/add?access_token=" + client.token(), SandboxClient.text(spu(id)));
  }

  private static JsonNode product(String id) {
    for (JsonNode product : client.look("products").path("products")) {
      if (product.path("out_product_id").asString().equals(id)) {
        return product;
      }
    }
    throw new AssertionError("The sandbox does not show " + id);
  }

  private static int code(JsonNode answer) {
    return answer.path("errcode").asInt();
  }
}
