package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a buyer who waits is answered. */
class OrderDeskTest extends DeskFixture {

  @Test
  void answersWithTheCashiersParametersAfterTwoCalls() {
    OrderAnswer answer = place(Orders.document());

    assertThat(wechat.sent).containsExactly("shop/order/add", "shop/order/getpaymentparams");
    assertThat(answer.pending()).isNull();
    assertThat(answer.fields())
        .containsEntry("order_id", "77")
        .containsEntry("status", 10)
        .containsEntry("order_price", 1600L)
        .containsEntry("payment_params", Map.of("package", "prepay_id=2"));
  }

  @Test
  void answersWithTheTicketOfTheOlderContract() {
    OrderAnswer answer = place(ordinary());

    assertThat(wechat.sent).containsExactly("shop/order/add");
    assertThat(answer.fields()).containsEntry("ticket", "ticket-1");
  }

  @Test
  void givesTheSameAnswerAgainWithoutACall() {
    Map<String, Object> first = place(Orders.document()).fields();
    Map<String, Object> otherOrderOfFields = new java.util.TreeMap<>(Orders.document());

    Map<String, Object> second = place(otherOrderOfFields).fields();

    assertThat(second.toString()).isEqualTo(first.toString());
    assertThat(wechat.sent).hasSize(2);
  }

  @Test
  void refusesAnotherOrderOfTheSameId() {
    place(Orders.document());

    OrderRefused refused =
        refused(Orders.document("path", "pages/other"), OrderRefused.Kind.CONFLICT);

    assertThat(refused.problem().code()).isEqualTo("order-request-differs");
    assertThat(wechat.sent).hasSize(2);
  }

  @Test
  void asksForNewParametersWhenTheOldOnesAreOld() {
    place(Orders.document());
    clock.forward(Duration.ofMinutes(31));

    OrderAnswer answer = place(Orders.document());

    assertThat(wechat.sent)
        .containsExactly(
            "shop/order/add", "shop/order/getpaymentparams", "shop/order/getpaymentparams");
    assertThat(answer.fields()).containsEntry("payment_params", Map.of("package", "prepay_id=3"));
  }

  @Test
  void givesNoParametersForAnOrderThatWasPaid() {
    place(Orders.document());
    wechat.status = 20;
    hub.push(null);

    OrderAnswer answer = place(Orders.document());

    assertThat(answer.fields())
        .containsEntry("status", 20)
        .containsEntry("status_name", "待发货")
        .containsEntry("transaction_id", "4200001")
        .doesNotContainKey("payment_params");
  }

  @Test
  void namesEverythingThatIsWrongAndSendsNothing() {
    Map<String, Object> body = Orders.document("order_price", 1700L);
    body.put("path", "");

    OrderRefused refused = refused(body, OrderRefused.Kind.RULES);

    assertThat(refused.findings())
        .extracting(Problem::code)
        .containsExactly("order-missing", "order-amount");
    assertThat(wechat.sent).isEmpty();
  }

  @Test
  void refusesFieldsItDoesNotKnowAndValuesOfAWrongType() {
    Map<String, Object> body = Orders.document("order_price", 16.00);
    body.put("recieved_by", "张三");
    body.put("tel_number", List.of("13800000001"));

    OrderRefused refused = refused(body, OrderRefused.Kind.MALFORMED);

    assertThat(refused.findings())
        .extracting(problem -> problem.facts().get("field"))
        .containsOnlyOnce("order_price", "recieved_by", "tel_number");
    assertThat(refused.findings())
        .filteredOn("code", "order-column")
        .extracting(problem -> problem.facts().get("found"))
        .contains("16.0", "***");
    assertThat(refused.getMessage()).doesNotContain("张三", "13800000001");
  }

  @Test
  void forgetsTheAddressAsSoonAsWeChatHasTheOrder() {
    place(Orders.document());

    assertThat(hub.requests.wanted("main", "SO-1")).isNull();
  }

  @Test
  void knowsNoOrderNobodyAskedFor() {
    OrderRefused refused =
        catchThrowableOfType(OrderRefused.class, () -> hub.desk.ask("main", "SO-9"));

    assertThat(refused.kind()).isEqualTo(OrderRefused.Kind.UNKNOWN);
  }
}
