package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Payments.unified;
import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows, reminds of, and reports payments under the shipping-info management. */
class SecOrdersIT {

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
        "wxa.sec.order.is_trade_managed", client.call("wxa/sec/order/is_trade_managed", Map.of()));
    client.pull("trade/service?managed=false&confirmed=false");

    assertThat(
            client
                .ok("wxa/sec/order/is_trade_managed", Map.of())
                .path("is_trade_managed")
                .asBoolean())
        .isFalse();
    assertThat(
            client
                .ok("wxa/sec/order/is_trade_management_confirmation_completed", Map.of())
                .path("completed")
                .asBoolean())
        .isFalse();
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
