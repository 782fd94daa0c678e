package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds after-sales to their rules, deadlines and error codes (WeChat docs, error codes [错误码];
 * after-sales [售后 2.0]).
 */
class SandboxAfterSaleRulesIT {

  private static SandboxServer server;
  private static SandboxClient client;
  private static AfterSaleShop shop;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start(Map.of("hub.sandbox.aftersales.refund-delay", "0s"));
    client = new SandboxClient(server);
    shop = new AfterSaleShop(client);
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
  void refundsFreightOnlyBeforeShipping() {
    shop.shipped("shipped").paid("unshipped");

    assertThat(added("shipped", 701)).isEqualTo(2747014);
    assertThat(added("unshipped", 1301)).isEqualTo(2747014);
    assertThat(added("unshipped", 1300)).isZero();
  }

  @Test
  void refundsNothingTwice() {
    shop.shipped("twice");
    Map<String, Object> half = Asks.ask("twice", "half", 1);
    half.put("product_info", Parts.goods("soap", 1));
    half.put("orderamt", 351);
    assertThat(client.code("shop/ecaftersale/add", half)).isEqualTo(2747014);
    half.put("orderamt", 350);
    client.ok("shop/ecaftersale/add", half);

    client.ok("shop/ecaftersale/acceptrefund", Map.of("out_aftersale_id", "half"));
    shop.awaitStatus("half", 13);

    assertThat(added("twice", 350)).isEqualTo(2747002);
    half.put("out_aftersale_id", "other half");
    client.ok("shop/ecaftersale/add", half);
  }

  @Test
  void letsOneAfterSaleOfTheSameGoodsRunAtATimeAndFiveInAll() {
    shop.shipped("goods");
    for (int i = 1; i <= 5; i++) {
      Map<String, Object> ticket = Asks.ask("goods", "goods-" + i, 1);
      client.ok("shop/ecaftersale/add", ticket);
      ticket.put("out_aftersale_id", "another");
      assertThat(client.code("shop/ecaftersale/add", ticket)).isEqualTo(2747020);
      client.ok(
          "shop/ecaftersale/cancel",
          Map.of("out_aftersale_id", "goods-" + i, "openid", ticket.get("openid")));
    }

    assertThat(client.code("shop/ecaftersale/add", Asks.ask("goods", "goods-6", 1)))
        .isEqualTo(2747020);
  }

  @Test
  void refusesWritingCallsButNoReadsWhileTheOrdersAfterSalesAreBusy() {
    shop.shipped("busy").asked("busy", 1);
    client.pull("orders/busy/aftersales-busy?seconds=600");

    assertThat(client.code("shop/ecaftersale/acceptrefund", Asks.of("busy"))).isEqualTo(2747026);
    assertThat(client.code("shop/ecaftersale/add", Asks.ask("busy", "more", 1))).isEqualTo(2747026);
    assertThat(shop.status("busy")).isEqualTo(2);
    client.pull("orders/busy/aftersales-busy?seconds=0");
    shop.accept("busy");
  }

  @Test
  void countsFiveChangesOfATicket() {
    shop.shipped("changes").asked("changes", 1);
    for (int i = 0; i < 4; i++) {
      client.ok("shop/ecaftersale/update", Asks.ask("changes", "changes", 1));
    }

    assertThat(client.code("shop/ecaftersale/update", Asks.ask("changes", "changes", 1)))
        .isEqualTo(2747016);
  }

  @Test
  void answersARepeatedWishWithTheSameTicket() {
    shop.shipped("repeat");

    assertThat(client.ok("shop/ecaftersale/add", Asks.ask("repeat", "repeat", 1)))
        .isEqualTo(client.ok("shop/ecaftersale/add", Asks.ask("repeat", "repeat", 1)));
  }

  @Test
  void refusesGoodsThatWereNotOrdered() {
    shop.shipped("goods");
    Map<String, Object> request = Asks.ask("goods", "goods", 1);
    request.put("product_info", Parts.goods("shoe", 1));

    assertThat(client.code("shop/ecaftersale/add", request)).isEqualTo(2747021);
  }

  @Test
  void takesOnlyPicturesThatWereUploaded() {
    shop.shipped("media");
    Map<String, Object> request = Asks.ask("media", "media", 1);
    String foreign = "https://example.com/a.jpg";
    request.put("media_list", List.of(Map.of("type", 1, "url", foreign, "thumb_url", foreign)));

    assertThat(client.code("shop/ecaftersale/add", request)).isEqualTo(2747010);
    request.put("media_list", List.of(Map.of("type", 1, "url", Spus.PICTURE)));
    assertThat(client.code("shop/ecaftersale/add", request)).isEqualTo(2747010);
  }

  @Test
  void takesNoWishForAnUnpaidOrder() {
    client.ok("shop/order/add", Buys.order("unpaid"));

    assertThat(added("unpaid", 700)).isEqualTo(2747020);
  }

  @Test
  void takesNoWishForAnOrdinaryOrder() {
    client.ok("shop/order/add", Buys.ticketOrder("ordinary"));

    assertThat(added("ordinary", 700)).isEqualTo(2747027);
  }

  @Test
  void takesNoWishWhenTheAftersalesAreOver() {
    shop.shipped("over");
    client.pull("orders/over/receive");
    client.pull("jump?seconds=" + Duration.ofDays(8).toSeconds());

    assertThat(added("over", 700)).isEqualTo(2747020);
  }

  @Test
  void refusesTheWishOfSomebodyElse() {
    shop.shipped("else").asked("else", 1);

    for (String operation : List.of("add", "update", "cancel")) {
      Map<String, Object> request = Asks.ask("else", "else", 1);
      request.put("openid", "oSomebodyElse");
      assertThat(client.code("shop/ecaftersale/" + operation, request)).isEqualTo(990001);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "acceptrefund", "acceptreturn", "reject"})
  void knowsOnlyItsOwnAfterSales(String operation) {
    assertThat(client.code("shop/ecaftersale/" + operation, Map.of("aftersale_id", 1)))
        .isEqualTo(2747007);
  }

  @Test
  void refusesWhatDoesNotFitTheState() {
    shop.shipped("state").asked("state", 1);

    assertThat(client.code("shop/ecaftersale/acceptreturn", Asks.of("state"))).isEqualTo(2747008);
    assertThat(client.code("shop/ecaftersale/uploadreturninfo", Asks.sendBack("state", "1")))
        .isEqualTo(2747008);
    shop.accept("state");
    shop.awaitStatus("state", 13);
    for (String operation : List.of("acceptrefund", "reject", "cancel")) {
      assertThat(client.code("shop/ecaftersale/" + operation, Asks.of("state"))).isEqualTo(2747008);
    }
  }

  @Test
  void keepsTheKindOfAWish() {
    shop.shipped("kind").asked("kind", 1);

    assertThat(client.code("shop/ecaftersale/update", Asks.ask("kind", "kind", 2)))
        .isEqualTo(2747002);
  }

  @Test
  void needsAnAddressForAReturn() {
    Map<String, Object> order = Buys.order("address");
    order.remove("default_receiving_address");
    client.ok("shop/order/add", order);
    client.pull("orders/address/pay");
    client.ok("shop/delivery/send", Parts.whole("address"));
    shop.asked("address", 2);

    assertThat(client.code("shop/ecaftersale/acceptreturn", Asks.of("address"))).isEqualTo(2747025);
  }

  @Test
  void failsToRefundMoreThanTheAccountHolds() {
    shop.shipped("poor").asked("poor", 1);
    client.pull("orders/poor/receive");
    client.pull("orders/poor/settle");
    client.pull("aftersales/poor/withdraw-all");

    assertThat(client.code("shop/ecaftersale/acceptrefund", Asks.of("poor"))).isEqualTo(2747009);
    assertThat(shop.status("poor")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "aftersale_merchant_handle_refund_overdue, 1, P2D, 13",
    "aftersale_merchant_handle_return_overdue, 2, P2D, 6"
  })
  void decidesForAMerchantWhoIsSilent(String event, int type, Duration wait, int status) {
    shop.shipped("silent").asked("silent", type);

    client.pull("jump?seconds=" + wait.toSeconds());

    shop.awaitStatus("silent", status);
    assertThat(client.events()).contains(event);
  }

  @Test
  void closesWhenTheGoodsDoNotComeBack() {
    shop.shipped("kept").asked("kept", 2);
    client.ok("shop/ecaftersale/acceptreturn", Asks.of("kept"));

    client.pull("jump?seconds=" + Duration.ofDays(7).toSeconds());

    shop.awaitStatus("kept", 7);
    assertThat(client.events()).contains("aftersale_user_upload_return_info_overdue");
  }

  @Test
  void refundsWhenTheMerchantDoesNotConfirmTheGoods() {
    shop.shipped("unconfirmed").asked("unconfirmed", 2).back("unconfirmed");

    client.pull("jump?seconds=" + Duration.ofDays(10).toSeconds());

    shop.awaitStatus("unconfirmed", 13);
    assertThat(client.events()).contains("aftersale_merchant_confirm_receipt_overdue");
  }

  @Test
  void closesARejectedWishThatNobodyEscalates() {
    shop.shipped("closed").asked("closed", 1);
    client.ok("shop/ecaftersale/reject", Asks.of("closed"));

    client.pull("jump?seconds=" + Duration.ofDays(7).toSeconds());

    shop.awaitStatus("closed", 7);
    assertThat(client.events()).contains("aftersale_user_apply_platform_judge_overdue");
  }

  @Test
  void letsAMerchantTestForceWhatIsOverdue() {
    shop.shipped("forced").asked("forced", 2).back("forced");

    assertThat(force("forced", "aftersale_user_upload_return_info_overdue")).isEqualTo(2747008);
    assertThat(force("forced", "anything")).isEqualTo(2747002);
    assertThat(force("forced", "aftersale_merchant_confirm_receipt_overdue")).isZero();
    shop.awaitStatus("forced", 13);
  }

  @Test
  void refusesListsOfAnImpossibleSize() {
    assertThat(client.code("shop/ecaftersale/get_list", Map.of("offset", 0, "limit", 51)))
        .isEqualTo(2747002);
  }

  private static int force(String id, String operation) {
    return client.code("shop/ecaftersale/merchanttest", Asks.of(id, "operation", operation));
  }

  private static int added(String order, int amount) {
    Map<String, Object> request = Asks.ask(order, order + "-" + amount, 1);
    request.put("orderamt", amount);
    return client.code("shop/ecaftersale/add", request);
  }
}
