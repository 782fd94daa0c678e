package com.wechaterp.hub.aftersale;

import static com.wechaterp.hub.aftersale.Tickets.decided;
import static com.wechaterp.hub.aftersale.Tickets.done;
import static com.wechaterp.hub.aftersale.Tickets.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.aftersale.AfterSaleDecision.Kind;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.wechat.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordPlannerTest {

  @Test
  void recordsWhatWeChatDoesNotHave() {
    assertThat(recorded(plan(wanted(AfterSaleType.REFUND, Map.of()), null, null)))
        .isEqualTo("shop/aftersale/add 2");
    assertThat(recorded(plan(wanted(AfterSaleType.REFUND, Map.of("status", 0L)), null, null)))
        .isEqualTo("shop/aftersale/add 0");
  }

  @ParameterizedTest
  @CsvSource({
    "REFUND, ACCEPT_REFUND, 11",
    "REFUND, REJECT, 4",
    "REFUND, UPLOAD_CERTIFICATES, 13",
    "RETURN_REFUND, ACCEPT_RETURN, 6",
    "RETURN_REFUND, REJECT, 5",
    "RETURN_REFUND, UPLOAD_CERTIFICATES, 14",
    "EXCHANGE, ACCEPT_RETURN, 6",
    "EXCHANGE, REJECT, 18",
    "EXCHANGE, UPLOAD_CERTIFICATES, 15"
  })
  void recordsTheStateADecisionLeadsTo(AfterSaleType type, Kind decision, int status) {
    assertThat(recorded(plan(wanted(type, Map.of()), known(2), decided(decision))))
        .isEqualTo("shop/aftersale/update " + status);
  }

  @ParameterizedTest
  @CsvSource({"16", "17", "15", "19"})
  void recordsTheStatesOfAnExchangeTheErpNames(int status) {
    AfterSaleRequest exchange = wanted(AfterSaleType.EXCHANGE, Map.of("status", (long) status));

    assertThat(recorded(plan(exchange, known(8), null)))
        .isEqualTo("shop/aftersale/update " + status);
  }

  @Test
  void sendsNothingWhenBothSidesAgree() {
    assertThat(plan(wanted(AfterSaleType.REFUND, Map.of("status", 13L)), known(13), null))
        .isEqualTo(Plan.nothing());
  }

  @Test
  void saysOnceThatAllAfterSalesOfTheOrderAreFinished() {
    AfterSaleRequest last =
        wanted(AfterSaleType.REFUND, Map.of("status", 13L, "finish_all_aftersale", true));

    assertThat(recorded(plan(last, known(13), null))).isEqualTo("shop/aftersale/update 13");
    assertThat(plan(last, known(13), null, done("shop/aftersale/update", "13 all")))
        .isEqualTo(Plan.nothing());
  }

  @Test
  void asksAPersonWhenWeChatKeepsNothing() {
    Plan plan =
        plan(wanted(AfterSaleType.REFUND, Map.of()), null, null, done("shop/aftersale/add", "2"));

    assertThat(Objects.requireNonNull(plan.hold()).reason().code()).isEqualTo("aftersale-not-kept");
  }

  @Test
  void refusesMoreThanWasPaidBeforeWeChatIsAsked() {
    AfterSaleRequest greedy =
        request(AfterSaleType.REFUND, List.of(new Line("P1", "S1", 1)), 9999, Map.of());

    assertThat(Objects.requireNonNull(plan(greedy, null, null).hold()).reason().code())
        .isEqualTo("aftersale-refund-above-paid");
  }

  private static AfterSaleRequest wanted(AfterSaleType type, Map<String, Object> more) {
    long amount = type == AfterSaleType.EXCHANGE ? 0 : 1990;
    return request(type, List.of(new Line("P1", "S1", 1)), amount, more);
  }

  private static AfterSale known(int status) {
    return AfterSale.recorded(
        new Answer(Map.of("out_aftersale_id", "A1", "status", status, "type", 1)));
  }

  private static Plan plan(
      AfterSaleRequest wanted,
      @Nullable AfterSale known,
      @Nullable AfterSaleDecision decision,
      SentCall... calls) {
    return RecordPlanner.plan(
        new Wish(
            wanted,
            known,
            decision,
            Tickets.order(30, 0),
            List.of(),
            new Sent(List.of(calls)),
            Tickets.NOW));
  }

  private static String recorded(Plan plan) {
    assertThat(plan.hold()).isNull();
    Call call = plan.calls().get(0);
    return call.operation() + " " + ((Subject.Recorded) call.subject()).status();
  }
}
