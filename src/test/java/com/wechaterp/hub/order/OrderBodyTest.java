package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.document.ExtraField;
import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.testing.Shared;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The bodies as they go to WeChat, held against its contract and its recorded requests. */
class OrderBodyTest {

  private static final Duration EXPIRY = Duration.ofMinutes(30);
  private final WeChatContract contract = WeChatContract.load();

  private static Map<String, Object> body(String operation, Order order) {
    return OrderBody.of(OrderRequest.of(operation, order, null, Orders.NOW, EXPIRY));
  }

  @ParameterizedTest
  @CsvSource({
    "shop/order/add, 0",
    "shop/order/add, 1",
    "shop/order/pay, 0",
    "shop/order/close, 1",
    "shop/order/change_price, 1"
  })
  void keepsTheContract(String operation, int fundType) {
    Map<String, Object> body = body(operation, Orders.ended(fundType, PaymentAction.PAID));

    assertThat(contract.check(contract.require(operation), body)).isEmpty();
  }

  @Test
  void carriesThePacksOwnFieldsIntoTheirOperationAlone() {
    Map<String, Object> document = Orders.document();
    document.put(
        "extra",
        new ExtraFields(
            List.of(
                new ExtraField(
                    Set.of("shop/order/add"),
                    "order_detail.product_infos.gift_flag",
                    Map.of("out_product_id", "P-CUP", "out_sku_id", "CUP"),
                    1L))));
    Order order = Orders.order(document);

    assertThat(body("shop/order/add", order).get("order_detail").toString())
        .containsPattern("CUP.*gift_flag=1.*PLATE")
        .doesNotContainPattern("PLATE.*gift_flag");
    assertThat(body("shop/order/pay", order).toString()).doesNotContain("gift_flag");
  }

  @Test
  void sendsWhenTheBuyerPlacedIt() {
    Order placedEarlier =
        Orders.order(Orders.document("create_time", Orders.NOW.minus(Duration.ofMinutes(10))));

    assertThat(body("shop/order/add", placedEarlier))
        .containsEntry("create_time", "2026-11-24 11:50:00");
  }

  @Test
  void sendsTheMerchantsExpiryOrTheHubs() {
    Instant named = Orders.NOW.plus(Duration.ofHours(2));

    assertThat(body("shop/order/add", Orders.order(Orders.document("expire_time", named))))
        .containsEntry("expire_time", named.getEpochSecond());
    assertThat(body("shop/order/add", Orders.open()))
        .containsEntry("expire_time", Orders.NOW.plus(EXPIRY).getEpochSecond());
  }

  @Test
  void tellsOfThePaymentOnlyWhereItIsNotTheSceneMerchants() {
    Map<String, Object> own = detail(body("shop/order/add", Orders.ended(0, PaymentAction.OPEN)));
    Map<String, Object> scene = detail(body("shop/order/add", Orders.open()));

    assertThat(own).containsKey("pay_info");
    assertThat(scene).doesNotContainKey("pay_info");
  }

  @Test
  void givesThePriceOfOneOnlyInTheOlderContract() {
    assertThat(body("shop/order/add", Orders.ended(0, PaymentAction.OPEN)).toString())
        .contains("real_price=366", "sku_real_price=733");
    assertThat(body("shop/order/add", Orders.open()).toString()).doesNotContain(" real_price=");
  }

  @Test
  void saysHowThePaymentOfAnOrdinaryOrderEnded() {
    assertThat(body("shop/order/pay", Orders.ended(0, PaymentAction.PAID)))
        .containsEntry("action_type", 1L)
        .containsEntry("transaction_id", "4200001")
        .containsEntry("pay_time", "2026-11-24 12:00:00");
    assertThat(body("shop/order/pay", Orders.ended(0, PaymentAction.CANCELLED_BY_MERCHANT)))
        .containsEntry("action_type", 5L)
        .doesNotContainKeys("transaction_id", "pay_time");
  }

  @Test
  void makesTheRecordedRequestAgain() throws Exception {
    Map<String, Object> recorded = recorded("shop.order.add.json");
    Map<String, Object> made = body("shop/order/add", recordedOrder(recorded));
    // What the sample says of a payment of the scene merchant's, WeChat does not use.
    assertThat(detail(recorded).remove("pay_info")).isNotNull();
    // Times are ours.
    made.put("create_time", recorded.get("create_time"));
    made.put("expire_time", recorded.get("expire_time"));

    JsonMapper json = JsonMapper.shared();
    assertThat(json.readValue(json.writeValueAsString(made), Map.class)).isEqualTo(recorded);
  }

  @Test
  void findsWhatDoesNotAddUpInTheRecordedRequest() throws Exception {
    Order order = recordedOrder(recorded("shop.order.add.json"));

    assertThat(OrderRules.checkPrice(order))
        .extracting(problem -> problem.code())
        .containsExactly("order-lines-amount");
  }

  private static Map<String, Object> recorded(String name) throws Exception {
    Path sample = Shared.path("wechat/samples/requests/" + name);
    return JsonMapper.shared().readValue(Files.readString(sample), Map.class);
  }

  /** Flattens a recorded request to the document a port would give. */
  private static Order recordedOrder(Map<String, Object> recorded) {
    Answer request = new Answer(recorded);
    Answer detail = request.object("order_detail");
    Map<String, Object> document = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "out_order_id",
          "openid",
          "out_user_id",
          "path",
          "fund_type",
          "trace_id",
          "aftersale_duration"
        }) {
      document.put(name, recorded.get(name));
    }
    copy(detail.object("price_info"), "", document);
    copy(detail.object("pay_info"), "", document);
    copy(request.object("delivery_detail"), "", document);
    copy(request.object("address_info"), "", document);
    copy(request.object("default_receiving_address"), "return_", document);
    document.put("product_infos", detail.fields().get("product_infos"));
    return Orders.order(document);
  }

  private static Map<String, Object> detail(Map<String, Object> request) {
    return (Map<String, Object>) Objects.requireNonNull(request.get("order_detail"));
  }

  private static void copy(Answer from, String prefix, Map<String, Object> to) {
    from.fields().forEach((name, value) -> to.put(prefix + name, value));
  }
}
