package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRulesTest {

  private static List<String> broken(Map<String, Object> document) {
    return OrderRules.check(Orders.order(document), null, Orders.NOW).stream()
        .map(Problem::code)
        .toList();
  }

  private static List<String> broken(String field, Object value) {
    return broken(Orders.document(field, value));
  }

  @Test
  void acceptsAnOrderThatKeepsAllRules() {
    assertThat(broken(Orders.document())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "订单1", "SO/1"})
  void refusesIdsWeChatDoesNotTake(String id) {
    assertThat(broken("out_order_id", id)).contains("order-id");
  }

  @Test
  void takesIdsOfAtMost127Characters() {
    assertThat(broken("out_order_id", "x".repeat(127))).isEmpty();
    assertThat(broken("out_order_id", "x".repeat(128))).containsExactly("order-id");
  }

  @Test
  void takesAnOrderForADayAfterItWasPlaced() {
    assertThat(broken("create_time", Orders.NOW.minus(Duration.ofDays(1)))).isEmpty();
    assertThat(broken("create_time", Orders.NOW.minus(Duration.ofDays(1)).minusSeconds(1)))
        .containsExactly("order-create-time-old");
  }

  @Test
  void takesAClockThatIsAFewMinutesAheadForWrongButNoOtherTimeZone() {
    assertThat(broken("create_time", Orders.NOW.plus(Duration.ofMinutes(15)))).isEmpty();
    assertThat(broken("create_time", Orders.NOW.plus(Duration.ofMinutes(30))))
        .containsExactly("order-create-time");
  }

  @Test
  void takesAnExpiryFrom15MinutesTo1DayAfterTheOrderWasPlaced() {
    Instant placed = Orders.NOW.minus(Duration.ofMinutes(10));
    assertThat(expiring(placed, placed.plus(Duration.ofMinutes(15)))).isEmpty();
    assertThat(expiring(placed, placed.plus(Duration.ofDays(1)))).isEmpty();
    assertThat(expiring(placed, placed.plus(Duration.ofMinutes(14))))
        .containsExactly("order-expire-time");
    assertThat(expiring(placed, placed.plus(Duration.ofHours(25))))
        .containsExactly("order-expire-time");
  }

  @Test
  void takesNoOrderThatCanNoLongerBePaid() {
    Instant placed = Orders.NOW.minus(Duration.ofMinutes(20));
    assertThat(expiring(placed, Orders.NOW)).containsExactly("order-expired");
    assertThat(expiring(placed, Orders.NOW.plusSeconds(1))).isEmpty();
  }

  private static List<String> expiring(Instant placed, Instant expires) {
    Map<String, Object> document = Orders.document("create_time", placed);
    document.put("expire_time", expires);
    return broken(document);
  }

  @Test
  void asksForThePrepayIdOfAnOrdinaryOrderPaidByWeChatPay() {
    assertThat(broken("fund_type", 0L)).containsExactly("order-prepay");
    Map<String, Object> onDelivery = Orders.document("fund_type", 0L);
    onDelivery.put("pay_method_type", 1L);
    assertThat(broken(onDelivery)).isEmpty();
  }

  @Test
  void letsOnlyCouriersDeliverWhatWasBoughtInChannels() {
    Map<String, Object> document = Orders.document("scene", "1177");
    assertThat(broken(document)).isEmpty();
    document.put("delivery_type", 4L);
    assertThat(broken(document)).containsExactly("order-delivery-scene");
  }

  @Test
  void asksForAnAddressWhereSomethingIsDelivered() {
    Map<String, Object> document = Orders.document();
    List.of("receiver_name", "tel_number", "detailed_address").forEach(document::remove);

    assertThat(broken(document)).containsExactly("order-address");
    document.put("delivery_type", 4L);
    assertThat(broken(document)).isEmpty();
  }

  @Test
  void asksForLinesWithPicturesAndTitles() {
    assertThat(broken("product_infos", List.of())).contains("order-missing");
    Map<String, Object> bare = Orders.line("CUP", 3, 400);
    bare.put("title", " ");
    bare.put("head_img", "cup.png");
    assertThat(broken("product_infos", List.of(bare)))
        .containsExactly("order-missing", "order-image");
  }

  @Test
  void namesNoEquationWhereAnAmountIsNoSensibleOne() {
    assertThat(broken("freight", -500L)).containsExactly("order-range");
    assertThat(broken("product_infos", List.of(Orders.line("CUP", 0, 400))))
        .containsExactly("order-range");
  }

  @Test
  void refusesWhatCostsNothing() {
    Map<String, Object> cup = Orders.line("CUP", 1, 400);
    Map<String, Object> gift = Orders.line("GIFT", 1, 0);
    Map<String, Object> document = Orders.document("product_infos", List.of(cup, gift));
    document.put("discounted_price", 0L);
    document.put("order_price", 900L);

    assertThat(OrderRules.checkPrice(Orders.order(document)))
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .contains("order-free")
        .contains("product_infos[GIFT].sku_real_price");
  }

  @Test
  void tellsWhichLinesDoNotAddUp() {
    Map<String, Object> cup = Orders.line("CUP", 2, 400);
    Map<String, Object> plate = Orders.line("PLATE", 1, 400);
    cup.put("sku_real_price", 800L);
    plate.put("sku_real_price", 400L);
    Order order = Orders.order(Orders.document("product_infos", List.of(cup, plate)));

    List<Problem> found = OrderRules.check(order, null, Orders.NOW);

    assertThat(found).extracting(Problem::code).containsExactly("order-lines-amount");
    assertThat(found.get(0).sentence(Language.ZH))
        .contains("8.00 + 4.00 = 12.00", "应为 17.00 元", "为 16.00 元", "-1.00");
  }

  @Test
  void showsNeitherNameNorTelephoneNorBuyer() {
    Map<String, Object> document = Orders.document("detailed_address", "");
    document.put("title", "");
    document.put("order_price", 1L);

    assertThat(OrderRules.check(Orders.order(document), null, Orders.NOW).toString())
        .doesNotContain("张三", "13800000001", Orders.OPENID);
  }
}
