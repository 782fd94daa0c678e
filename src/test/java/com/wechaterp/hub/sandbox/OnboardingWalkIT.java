package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Spus.spu;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Leads a fresh account through every step to its scene, each step by the real call. */
class OnboardingWalkIT {

  private static final List<Integer> TASKS = List.of(6, 7, 8, 9, 10, 11, 19, 20);

  @Test
  void leadsAFreshAccountToItsScene() {
    try (SandboxServer server =
        SandboxServer.start(
            Map.of(
                "hub.sandbox.onboarded", "false",
                "hub.sandbox.audit-delay", "1h",
                "hub.sandbox.administrator-delay", "0s"))) {
      walk(new SandboxClient(server));
    }
  }

  private static void walk(SandboxClient client) {
    client.ok("shop/register/apply", Map.of());
    client.pull("onboarding/confirm");
    assertThat(client.event("open_product_account_register").path("status").asInt()).isEqualTo(2);
    client.ok("shop/account/update_info", Map.of("service_agent_type", List.of(0)));

    client.ok("shop/spu/add", spu("soap"));
    client.pull("products/soap/audit");
    sell(client);
    TASKS.forEach(
        item -> client.ok("shop/register/finish_access_info", Map.of("access_info_item", item)));
    assertThat(check(client).path("access_info").path("open_product_task_finished").asInt())
        .isEqualTo(1);

    client.ok("shop/register/apply_scene", Map.of("scene_group_id", 1));
    assertThat(scene(client).path("status").asInt()).isZero();
    client.pull("onboarding/scene?reject=no");
    assertThat(scene(client).path("reason").asString()).isEqualTo("no");
    client.ok("shop/register/apply_scene", Map.of("scene_group_id", 1));
    client.pull("onboarding/scene");

    assertThat(scene(client).path("status").asInt()).isEqualTo(1);
    JsonNode event = client.event("open_product_scene_group_audit");
    assertThat(event.path("scene_group_ext_list")).hasSize(2);
    assertThat(event.path("reason").asString()).contains("审核通过");
  }

  /** Sells by both contracts, ships, and takes back by both. */
  private static void sell(SandboxClient client) {
    client.ok("shop/order/add", Buys.order("scene"));
    client.pull("orders/scene/pay");
    client.ok("shop/order/add", Buys.ticketOrder("ticket"));
    client.ok(
        "shop/order/pay",
        Buys.of(
            "ticket",
            "action_type",
            1,
            "transaction_id",
            "42000001",
            "pay_time",
            SandboxClock.wire(Instant.now())));
    client.ok(
        "shop/delivery/send",
        Parts.send(
            "ticket", 1, Parts.parcel("SF", "1", "soap", 2), Parts.parcel("SF", "2", "towel", 1)));
    client.ok(
        "shop/aftersale/add",
        Buys.of(
            "ticket",
            "out_aftersale_id",
            "A1",
            "path",
            "pages/aftersale?id=A1",
            "refund",
            300,
            "type",
            1,
            "status",
            13,
            "create_time",
            SandboxClock.wire(Instant.now()),
            "finish_all_aftersale",
            0,
            "product_infos",
            List.of(goods("towel"))));
    client.ok(
        "shop/ecaftersale/add",
        Buys.of(
            "scene",
            "out_aftersale_id",
            "A2",
            "type",
            1,
            "orderamt",
            300,
            "refund_reason_type",
            2,
            "refund_reason",
            "不想要了",
            "product_info",
            goods("towel")));
  }

  private static Map<String, Object> goods(String product) {
    return Map.of("out_product_id", product, "out_sku_id", product + "-1", "product_cnt", 1);
  }

  private static JsonNode check(SandboxClient client) {
    return client.ok("shop/register/check", Map.of()).path("data");
  }

  private static JsonNode scene(SandboxClient client) {
    return check(client).path("scene_group_list").get(0);
  }
}
