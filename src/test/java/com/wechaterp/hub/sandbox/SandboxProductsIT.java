package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Spus.spu;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Follows products from their audit to their deletion, and what the merchant is told of it. */
class SandboxProductsIT {

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

  private static void onSale(String id) {
    client.ok("shop/spu/add", spu(id));
    client.pull("products/" + id + "/audit");
  }

  private static int status(String id) {
    return client
        .ok("shop/spu/get", Map.of("out_product_id", id))
        .path("spu")
        .path("status")
        .asInt();
  }

  @Test
  void tellsOfAnAuditThatPassed() {
    onSale("passed");

    JsonNode event = client.event("open_product_spu_audit");
    assertThat(event.path("out_product_id").asString()).isEqualTo("passed");
    assertThat(event.path("status").asInt()).isEqualTo(4);
  }

  @Test
  void tellsWhyAnAuditDidNotPass() {
    client.ok("shop/spu/add", spu("rejected"));

    client.pull("products/rejected/audit?reject=blurred");

    JsonNode event = client.event("open_product_spu_audit");
    assertThat(event.path("status").asInt()).isEqualTo(3);
    assertThat(event.path("reject_reason").asString()).isEqualTo("blurred");
  }

  @Test
  void tellsOfAProductThatThePlatformTookOffSale() {
    onSale("risk");

    client.pull("products/risk/status?status=13&reason=risk");

    JsonNode event = client.event("open_product_spu_status_update");
    assertThat(event.path("out_product_id").asString()).isEqualTo("risk");
    assertThat(event.path("status").asInt()).isEqualTo(13);
    assertThat(event.path("reason").asString()).isEqualTo("risk");
  }

  @Test
  void takesAProductOffSaleAndPutsItBack() {
    onSale("sale");

    client.ok("shop/spu/delisting", Map.of("out_product_id", "sale"));
    assertThat(status("sale")).isEqualTo(11);
    client.ok("shop/spu/listing", Map.of("out_product_id", "sale"));

    assertThat(status("sale")).isEqualTo(5);
  }

  @Test
  void forgetsAProductThatIsDeleted() {
    onSale("gone");

    client.ok("shop/spu/del", Map.of("out_product_id", "gone"));

    assertThat(client.code("shop/spu/get", Map.of("out_product_id", "gone"))).isNotZero();
    assertThat(client.code("shop/spu/listing", Map.of("out_product_id", "gone"))).isNotZero();
  }
}
