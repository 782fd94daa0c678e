package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Buys.order;
import static com.wechaterp.hub.sandbox.Buys.ticketOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Holds the sandbox to the rules of orders and their error codes (WeChat docs, error codes [错误码];
 * orders [订单]).
 */
class SandboxOrderRulesIT {

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = new SandboxClient(server);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"order_price, 1601", "freight, 499", "discounted_price, 99", "additional_price, 0"})
  void refusesAmountsThatDoNotAddUp(String name, int wrong) {
    Map<String, Object> order = order("amount");
    Orders.price(order).put(name, wrong);

    assertThat(added(order)).isEqualTo(1010040);
  }

  @Test
  void refusesLinesThatDoNotSumUpToThePrice() {
    Map<String, Object> order = order("lines");
    Orders.lines(order).get(0).put("sku_real_price", 800);

    assertThat(added(order)).isEqualTo(1010040);
  }

  @Test
  void namesTheSectionThatIsMisspelled() {
    Map<String, Object> order = order("misspelled");
    Map<String, Object> detail = Fields.object(order.get("order_detail"));
    detail.put("price_Info", detail.remove("price_info"));

    JsonNode answer = client.call("shop/order/add", order);

    assertThat(answer.path("errcode").asInt()).isEqualTo(1010005);
    assertThat(answer.path("errmsg").asString()).startsWith("price_info字段异常");
  }

  @ParameterizedTest
  @ValueSource(strings = {"path", "expire_time", "delivery_detail", "address_info", "order_detail"})
  void namesTheSectionThatIsMissing(String section) {
    Map<String, Object> order = order("missing");
    order.remove(section);

    assertThat(client.call("shop/order/add", order).path("errmsg").asString())
        .startsWith(section + "字段异常");
  }

  @Test
  void asksAnOrdinaryOrderForItsPrepayData() {
    Map<String, Object> order = ticketOrder("prepay");
    Orders.payment(order).remove("prepay_id");

    assertThat(client.call("shop/order/add", order).path("errmsg").asString())
        .startsWith("pay_info字段异常");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "张三", "o 1"})
  void refusesAnOpenidThatIsNone(String openid) {
    Map<String, Object> order = order("openid");
    order.put("openid", openid);

    assertThat(added(order)).isEqualTo(990001);
  }

  @Test
  void refusesAnOrderIdThatIsNone() {
    Map<String, Object> order = order("a b");

    assertThat(client.call("shop/order/add", order).path("errmsg").asString())
        .startsWith("out_order_id字段异常");
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_460, 60})
  void refusesACreationThatIsOverADayAgoOrStillToCome(long seconds) {
    Map<String, Object> order = order("created");
    order.put("create_time", SandboxClock.wire(Instant.now().plusSeconds(seconds)));

    assertThat(client.call("shop/order/add", order).path("errmsg").asString())
        .startsWith("create_time字段异常");
  }

  @Test
  void takesAnOrderOfYesterdayWhoseExpiryCountsFromThen() {
    Map<String, Object> order = order("yesterday");
    Instant created = Instant.now().minus(Duration.ofHours(23));
    order.put("create_time", SandboxClock.wire(created));
    order.put("expire_time", created.plus(Duration.ofMinutes(30)).getEpochSecond());

    assertThat(client.call("shop/order/add", order).path("errmsg").asString())
        .startsWith("expire_time字段异常");

    order.put("expire_time", created.plus(Duration.ofHours(24)).getEpochSecond());
    assertThat(client.call("shop/order/add", order).path("errcode").asInt()).isZero();
  }

  @Test
  void goesByThePlatformsClock() {
    Map<String, Object> order = order("skewed");
    client.pull("skew?seconds=-600");
    try {
      assertThat(client.call("shop/order/add", order).path("errmsg").asString())
          .startsWith("create_time字段异常");
    } finally {
      client.pull("skew?seconds=0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT10M", "P2D"})
  void refusesAnExpiryTooSoonOrTooLate(Duration ahead) {
    Map<String, Object> order = order("expiry");
    order.put("expire_time", Instant.now().plus(ahead).getEpochSecond());

    assertThat(client.call("shop/order/add", order).path("errmsg").asString())
        .startsWith("expire_time字段异常");
  }

  @Test
  void allowsOnlyCouriersInChannels() {
    Map<String, Object> order = order("channels");
    order.put("scene", 1177);
    order.put("delivery_detail", Map.of("delivery_type", 4));

    assertThat(client.call("shop/order/add", order).path("errmsg").asString())
        .startsWith("delivery_detail字段异常");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "close", "getpaymentparams"})
  void knowsOnlyItsOwnOrders(String operation) {
    assertThat(client.code("shop/order/" + operation, Buys.of("nobody"))).isEqualTo(1010011);
    assertThat(
            client.code("shop/order/" + operation, Map.of("order_id", 123, "openid", Buys.BUYER)))
        .isEqualTo(1010011);
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "close", "getpaymentparams"})
  void showsAnOrderToItsBuyerOnly(String operation) {
    client.call("shop/order/add", order("private"));

    assertThat(
            client.code(
                "shop/order/" + operation,
                Map.of("out_order_id", "private", "openid", "oSomebodyElse")))
        .isEqualTo(990001);
  }

  @Test
  void refusesIdsOfTwoOrders() {
    client.call("shop/order/add", order("pair-1"));
    long other =
        client.call("shop/order/add", order("pair-2")).path("data").path("order_id").asLong();

    assertThat(client.code("shop/order/get", Buys.of("pair-1", "order_id", other)))
        .isEqualTo(1010011);
  }

  @Test
  void takesNoPaymentResultOfTheSceneMerchantsOrders() {
    client.call("shop/order/add", order("scene"));

    assertThat(client.code("shop/order/pay", Buys.of("scene", "action_type", 1)))
        .isEqualTo(1010050);
  }

  @Test
  void takesNoSecondPaymentResult() {
    client.call("shop/order/add", ticketOrder("once"));
    client.call("shop/order/pay", Buys.of("once", "action_type", 5));

    assertThat(client.code("shop/order/pay", Buys.of("once", "action_type", 5))).isEqualTo(100000);
  }

  @Test
  void givesNoPaymentParametersForOrdinaryOrders() {
    client.call("shop/order/add", ticketOrder("ordinary"));

    assertThat(client.code("shop/order/getpaymentparams", Buys.of("ordinary"))).isEqualTo(990022);
  }

  @Test
  void leavesAPaidOrderAsItIs() {
    client.call("shop/order/add", order("paid"));
    client.pull("orders/paid/pay");

    assertThat(client.code("shop/order/close", Buys.of("paid"))).isEqualTo(1000000);
    assertThat(client.code("shop/order/getpaymentparams", Buys.of("paid"))).isEqualTo(1000000);
    assertThat(client.pull("orders/paid/cancel").path("errcode").asInt()).isEqualTo(1000000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void refusesPagesOfAnImpossibleSize(int size) {
    assertThat(
            client.code(
                "shop/order/get_list", Map.of("page", 1, "page_size", size, "sort_order", 1)))
        .isEqualTo(9401020);
  }

  private static int added(Map<String, Object> order) {
    return client.code("shop/order/add", order);
  }
}
