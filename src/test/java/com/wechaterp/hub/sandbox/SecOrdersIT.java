package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Payments.unified;
import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows, reminds of, and reports payments under the shipping-info management. */
class SecOrdersIT {

  private static final Map<String, String> WHO = Map.of("appid", SandboxServer.APP_ID);

  private static SandboxServer server;
  private static SandboxClient client;
  private static Payments payments;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = new SandboxClient(server);
    payments = new Payments(client);
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
  void showsAPaymentBeforeItIsShipped() throws IOException {
    payments.pay("T1", "");
    payments.pay("T2", "");

    JsonNode list = client.ok("wxa/sec/order/get_order_list", Map.of("page_size", 1));

    assertLikeRecorded("wxa.sec.order.get_order_list", list);
    assertThat(list.path("has_more").asBoolean()).isTrue();
    assertThat(list.path("order_list").get(0).path("order_state").asInt()).isEqualTo(1);
    JsonNode rest =
        client.ok(
            "wxa/sec/order/get_order_list",
            Map.of("last_index", list.path("last_index").asString()));
    assertThat(rest.path("order_list").get(0).path("merchant_trade_no").asString()).isEqualTo("T2");
    assertThat(client.code("wxa/sec/order/get_order_list", Map.of("last_index", "no cursor")))
        .isEqualTo(10060011);
  }

  @Test
  void remindsABuyerOnce() {
    String id = payments.pay("T1", "");
    assertThat(payments.remind(id, 0)).isEqualTo(10060028);
    payments.upload("T1", unified("YTO", "YT1"));

    assertThat(payments.remind(id, -86_400)).isEqualTo(10060029);
    assertThat(payments.remind(id, 60)).isZero();
    assertThat(payments.remind(id, 60)).isEqualTo(10060030);
  }

  @Test
  void remindsOnlyOfWhatACourierBrought() {
    String id = payments.pay("T1", "");
    payments.upload("T1", Map.of("logistics_type", 3));

    assertThat(payments.remind(id, 60)).isEqualTo(10060032);
  }

  @Test
  void takesReportsOfPresalesWithinTheirTime() {
    String id = payments.pay("T1", "");
    long now = Instant.now().getEpochSecond();

    assertThat(payments.report(id, 3, 0)).isEqualTo(268546000);
    assertThat(payments.report(id, 1, now + 86_400)).isEqualTo(268546001);
    assertThat(payments.report("nobody", 2, 0)).isEqualTo(268546002);
    assertThat(payments.report(id, 1, now + 30 * 86_400)).isZero();
    assertThat(payments.report("T1", 2, 0)).isZero();
  }

  @Test
  void tellsWhetherTheServiceIsEnabled() throws IOException {
    assertLikeRecorded(
        "wxa.sec.order.is_trade_managed", client.call("wxa/sec/order/is_trade_managed", WHO));
    client.pull("trade/service?managed=false&confirmed=false");

    assertThat(
            client.ok("wxa/sec/order/is_trade_managed", WHO).path("is_trade_managed").asBoolean())
        .isFalse();
    assertThat(
            client
                .ok("wxa/sec/order/is_trade_management_confirmation_completed", WHO)
                .path("completed")
                .asBoolean())
        .isFalse();
  }

  @Test
  void opensAnOrdersPageFromTheOrderCentre() {
    String get = "wxa/sec/order/get_order_detail_path";
    String update = "wxa/sec/order/update_order_detail_path";

    assertThat(client.ok(get, Map.of()).path("path").asString()).isEmpty();
    assertThat(client.code(update, Map.of("path", "pages/order"))).isEqualTo(10060014);
    client.ok(update, Map.of("path", "pages/order?no=${商品订单号}"));
    assertThat(client.ok(get, Map.of()).path("path").asString())
        .isEqualTo("pages/order?no=${商品订单号}");
  }

  @Test
  void demandsThatTheMiniProgramJoins() {
    client.pull("trade/control");

    assertThat(client.event("wxa_trade_controlled").path("msg").asString()).isNotEmpty();
  }

  @Test
  void takesOneApplicationForAnotherTradeType() {
    Map<String, Object> application =
        Map.of(
            "trade_type",
            2,
            "reason",
            "实物电商",
            "material_list",
            List.of(Map.of("type", 1, "media_id", "m1")));

    client.ok("wxa/sec/order/setwxatradetypecgi", application);

    assertThat(client.code("wxa/sec/order/setwxatradetypecgi", application)).isEqualTo(268486048);
  }

  @Test
  void takesTheApplicationOfAKnownBrandAndShowsItsState() {
    assertThat(client.ok("wxa/sec/famousbrand/get_status", Map.of()).has("progress")).isFalse();
    assertThat(client.code("wxa/sec/famousbrand/apply", Map.of())).isEqualTo(10210001);
    client.ok(
        "wxa/sec/famousbrand/apply",
        Map.of(
            "Application",
            Map.of("apply_for", 1, "audit_info", Map.of("brand_name", "木心", "brand_type", 3))));

    assertThat(
            client
                .ok("wxa/sec/famousbrand/get_status", Map.of())
                .path("progress")
                .path("status")
                .asInt())
        .isEqualTo(1);
    assertThat(
            client.code("wxa/sec/famousbrand/apply", Map.of("Application", Map.of("apply_for", 2))))
        .isEqualTo(10210002);
  }

  @Test
  void takesAPathForItsMessages() {
    assertThat(client.code("wxa/sec/order/set_msg_jump_path", Map.of("path", "pages/order/detail")))
        .isZero();
  }

  @Test
  void remindsTheMerchantAndTellsOfTheMoney() {
    String id = payments.pay("T1", "");
    payments.pay("T2", "");
    assertThat(client.events()).containsOnlyOnce("trade_manage_remind_access_api");

    client.pull("trade/" + id + "/remind");
    assertThat(client.event("trade_manage_remind_shipping").path("merchant_trade_no").asString())
        .isEqualTo("T1");

    payments.upload("T1", unified("YTO", "YT1"));
    client.pull("trade/" + id + "/receive");
    client.pull("trade/" + id + "/settle");

    JsonNode settled = client.event("trade_manage_order_settlement");
    assertThat(settled.path("confirm_receive_method").asInt()).isEqualTo(2);
    assertThat(settled.path("settlement_time").asLong()).isPositive();
    assertThat(payments.order("T1").path("order_state").asInt()).isEqualTo(4);
  }
}
