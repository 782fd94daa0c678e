package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.DemoTickets;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that the demo shop's people lead through their whole life, read on both sides. */
class FollowedOrderIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;
  private static DemoTickets tickets;
  private static BothSides both;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data, "hub.sandbox.aftersales.refund-delay=1s");
    shop = new DemoShop(hub);
    tickets = new DemoTickets(hub, shop);
    both = new BothSides(hub);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void saysTheSameOnBothSidesAtEachStepUntilTheRefund() {
    DemoWarehouse warehouse = hub.part(DemoWarehouse.class);
    String no = hub.part(DemoBuyer.class).order("W");
    isTheSame(no, 10, "N");

    hub.part(DemoBuyer.class).pay(no);
    isTheSame(no, 20, "P");
    assertThat(shop.till(no)).startsWith("1/");

    warehouse.ship(no, 0);
    isTheSame(no, 21, "D");
    assertThat(both.inTheShop(no)).endsWith("all gone false").doesNotContain("parcels []");

    assertThat(warehouse.shipRest()).isTrue();
    isTheSame(no, 30, "S");
    assertThat(both.inTheShop(no)).endsWith("all gone true").contains(", ");

    hub.part(DemoReceiver.class).receive(no, true);
    isTheSame(no, 100, "F");

    hub.part(DemoReturner.class).open(no, 2);
    ticketIsTheSame(no, 23);
    decide(no, "Y");
    ticketIsTheSame(no, 6);
    hub.part(DemoReturner.class).act();
    ticketIsTheSame(no, 8);
    decide(no, "G");
    ticketIsTheSame(no, 13);
    assertThat(both.ticketInTheShop(no)).containsPattern("refund \\d+, back by SF\\d+");
    isTheSame(no, 200, "R");
    assertThat(shop.till(no)).startsWith("1/");
    assertThat(hub.get("/api/v1/status").body().get("holds").toString()).doesNotContain(no);
  }

  private void decide(String no, String verdict) {
    hub.part(DemoClerk.class).decide(tickets.of(no, "svc_no"), verdict, "同意");
  }

  private void isTheSame(String no, int status, String letter) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(both.inTheShop(no)).contains(" in " + status + " for ");
              assertThat(both.inTheShop(no)).isEqualTo(both.atWeChat(no));
              assertThat(shop.state(no)).isEqualTo(letter);
            });
  }

  private void ticketIsTheSame(String no, int status) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(both.ticketInTheShop(no)).contains(" in " + status + " for ");
              assertThat(both.ticketInTheShop(no)).isEqualTo(both.ticketAtWeChat(no));
            });
  }

  @Test
  void finishesWhatNeedsNoCourierAndTellsWeChatOfAReceiptInTheShop() {
    DemoBuyer buyer = hub.part(DemoBuyer.class);
    String byCourier = buyer.order("M");
    String nothingToSend = buyer.order("W", "N");
    shop.becomes(byCourier, 10);
    shop.becomes(nothingToSend, 10);
    buyer.pay(byCourier);
    buyer.pay(nothingToSend);
    isTheSame(byCourier, 20, "P");
    isTheSame(nothingToSend, 20, "P");

    hub.part(DemoWarehouse.class).ship(nothingToSend, 2);
    shop.becomes(nothingToSend, 100);
    hub.part(DemoWarehouse.class).ship(byCourier, 2);
    isTheSame(byCourier, 30, "S");
    hub.part(DemoReceiver.class).receive(byCourier, false);

    isTheSame(byCourier, 100, "F");
    await().atMost(SOON).until(() -> shop.state(nothingToSend).equals("F"));
    assertThat(hub.calls("shop/delivery/recieve")).isEqualTo(1);
  }

  @Test
  void holdsAForgottenTrackingNumberAndSendsWhenItIsTypedIn() {
    DemoWarehouse warehouse = hub.part(DemoWarehouse.class);
    String no = hub.part(DemoBuyer.class).order("W");
    shop.becomes(no, 10);
    hub.part(DemoBuyer.class).pay(no);
    isTheSame(no, 20, "P");

    warehouse.ship(no, 1);
    await().atMost(SOON).until(() -> hub.held("shipments", no).startsWith("shipment-no-waybill"));
    assertThat(shop.atWeChat(no)).isEqualTo("20");

    assertThat(warehouse.addForgottenNumber()).isTrue();
    isTheSame(no, 30, "S");
    assertThat(hub.held("shipments", no)).isEmpty();
  }
}
