package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Stops the sandbox and starts it again: with hub.sandbox.persist it remembers. */
class SandboxRestartIT {

  @TempDir private Path data;
  private SandboxServer server;
  private SandboxClient client;

  @BeforeEach
  void start() {
    server =
        SandboxServer.start(
            Map.of(
                "hub.sandbox.persist", "true",
                "hub.data-dir", data.toString(),
                "hub.sandbox.onboarded", "false",
                "hub.sandbox.audit-delay", "1h",
                "hub.sandbox.administrator-delay", "0s"));
    client = new SandboxClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void remembersHowFarAnAccountHasJoined() {
    client.ok("shop/register/apply", Map.of());
    client.pull("onboarding/confirm");
    client.ok("shop/register/finish_access_info", Map.of("access_info_item", 10));

    restart();

    JsonNode data = client.ok("shop/register/check", Map.of()).path("data");
    assertThat(data.path("status").asInt()).isEqualTo(2);
    assertThat(data.path("access_info").path("test_api_finished").asInt()).isEqualTo(1);
  }

  @Test
  void remembersMoneyAndTheWithdrawalThatWaits() {
    client.pull("onboarding/complete");
    client.pull("funds/flows?date=20211120&count=9");
    client.pull("funds/balance?available=9000&pending=1");
    JsonNode answer = client.ok("shop/funds/submitwithdraw", Map.of("amount", 4000));
    String ticket = answer.path("qrcode_ticket").asString();

    restart();
    client.pull("funds/qrcode/" + ticket + "?act=confirm");

    JsonNode balance = client.call("shop/funds/getbalance", Map.of()).path("balance_info");
    assertThat(balance.path("available_amount").asLong()).isEqualTo(5000);
    assertThat(
            client
                .call(
                    "shop/funds/scanorderflow",
                    Map.of("date", "20211120", "page_num", 1, "page_size", 100))
                .path("total_num")
                .asInt())
        .isEqualTo(9);
  }

  @Test
  void remembersPaymentsAndTheirShipments() {
    client.pull("onboarding/complete");
    Payments payments = new Payments(client);
    payments.pay("T1", "");
    assertThat(payments.upload("T1", Payments.unified("YTO", "YT1"))).isZero();

    restart();
    payments = new Payments(client);

    assertThat(payments.order("T1").path("order_state").asInt()).isEqualTo(2);
    assertThat(payments.upload("T1", Payments.unified("YTO", "YT2"))).isZero();
  }

  @Test
  void remembersOrdersParcelsAndAfterSalesWithTheirDeadlines() {
    client.pull("onboarding/complete");
    AfterSaleShop shop = new AfterSaleShop(client);
    shop.shipped("kept").asked("kept", 2).back("kept");
    shop.paid("late").asked("late", 1);
    client.ok("shop/order/add", Buys.order("unpaid"));

    restart();
    shop = new AfterSaleShop(client);

    JsonNode order = client.ok("shop/order/get", Buys.of("kept")).path("order");
    assertThat(order.path("status").asInt()).isEqualTo(30);
    assertThat(order.path("order_detail").path("delivery_detail").path("delivery_list"))
        .singleElement()
        .satisfies(parcel -> assertThat(parcel.path("waybill_id").asString()).isEqualTo("1"));
    assertThat(shop.status("kept")).isEqualTo(8);
    shop.accept("kept");
    shop.awaitStatus("kept", 13);
    client.pull("jump?seconds=" + Duration.ofDays(3).toSeconds());
    shop.awaitOrder("unpaid", 181);
    shop.awaitStatus("late", 13);
  }

  @Test
  void remembersDisputesAndGoesOnWithThem() {
    client.pull("onboarding/complete");
    new AfterSaleShop(client).shipped("dispute").asked("dispute", 1);
    client.ok("shop/ecaftersale/reject", Asks.of("dispute"));
    client.pull("aftersales/dispute/escalate");
    JsonNode before = client.pull("complaints/dispute/ask?whom=both");
    Map<String, Object> named =
        Map.of("complaint_order_id", before.path("complaint_order_id").asLong());

    restart();

    JsonNode after = client.ok("shop/complaint/get", named);
    assertThat(after.path("order")).isEqualTo(before);
    assertThat(after.path("flow_info").path("list")).hasSize(2);
    assertThat(client.pull("complaints/dispute/evidence").path("state").asInt()).isEqualTo(230006);
    assertThat(new AfterSaleShop(client).status("dispute")).isEqualTo(21);
  }

  private void restart() {
    stop();
    start();
  }
}
