package com.wechaterp.hub.aftersale;

import static com.wechaterp.hub.aftersale.Tickets.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

  private static final Line ONE = new Line("P1", "S1", 1);

  @Test
  void takesWhatWasPaidForThePieces() {
    assertThat(check(30, request(1990))).isEmpty();
    assertThat(check(30, refund(List.of(new Line("P1", "S1", 2)), 3980))).isEmpty();
  }

  @Test
  void refusesMoreThanWasPaidAndNamesTheFigures() {
    Problem problem = check(30, request(1991)).get(0);

    assertThat(problem.code()).isEqualTo("aftersale-refund-above-paid");
    assertThat(problem.sentence(Language.EN)).contains("19.91", "19.90 yuan were paid", "55.80");
    assertThat(problem.sentence(Language.ZH)).contains("最多可退 19.90 元");
  }

  @Test
  void givesTheFreightBackOnlyAsLongAsNothingWasShipped() {
    assertThat(check(20, request(1990 + 600))).isEmpty();
    assertThat(codes(check(21, request(1990 + 600))))
        .containsExactly("aftersale-refund-above-paid");
  }

  @Test
  void takesBackOnlyWhatWasShipped() {
    AfterSaleRequest back =
        Tickets.request(
            AfterSaleType.RETURN_REFUND, List.of(new Line("P1", "S1", 1)), 1990, Map.of());

    assertThat(codes(check(20, back))).contains("aftersale-not-shipped");
    assertThat(check(30, back)).isEmpty();
  }

  @Test
  void countsWhatOtherAfterSalesAskFor() {
    Claim other = new Claim("S1", 1, 1990);

    assertThat(check(30, request(1990), other)).isEmpty();
    assertThat(codes(check(30, refund(List.of(new Line("P1", "S1", 2)), 3980), other)))
        .containsExactly("aftersale-count");
    assertThat(codes(check(30, request(1990), new Claim("S2", 1, 5000))))
        .containsExactly("aftersale-refund-above-paid");
  }

  @Test
  void leavesTheLastPieceWhatTheOthersLeft() {
    Claim other = new Claim("S1", 1, 2000);

    assertThat(check(30, request(1980), other)).isEmpty();
    assertThat(codes(check(30, request(1981), other)))
        .containsExactly("aftersale-refund-above-paid");
  }

  @Test
  void takesOneLineWhereWeChatDrives() {
    assertThat(codes(check(30, refund(List.of(ONE, new Line("P2", "S2", 1)), 2000))))
        .containsExactly("aftersale-one-line");
  }

  @Test
  void refusesGoodsOfAnotherOrder() {
    assertThat(codes(check(30, refund(List.of(new Line("P9", "S9", 1)), 100))))
        .containsExactly("aftersale-line-unknown");
  }

  @Test
  void refusesAnExchangeWhereWeChatDrives() {
    AfterSaleRequest exchange = request(AfterSaleType.EXCHANGE, List.of(ONE), 0, Map.of());

    assertThat(codes(check(30, exchange))).containsExactly("aftersale-type");
    assertThat(RequestRules.recorded(wish(30, exchange))).isEmpty();
  }

  @Test
  void refusesAnOrderThatIsNotPaid() {
    assertThat(codes(check(10, request(1990)))).containsExactly("aftersale-order-state");
    assertThat(codes(check(200, request(1990)))).containsExactly("aftersale-order-state");
  }

  @Test
  void recordsSeveralLinesTogether() {
    AfterSaleRequest both = refund(List.of(ONE, new Line("P2", "S2", 1)), 2990);

    assertThat(RequestRules.recorded(wish(30, both))).isEmpty();
  }

  private static AfterSaleRequest refund(List<Line> lines, long orderamt) {
    return request(AfterSaleType.REFUND, lines, orderamt, Map.of());
  }

  private static Wish wish(int status, AfterSaleRequest wanted, Claim... claims) {
    return new Wish(
        wanted, null, null, Tickets.order(status, 1), List.of(claims), Sent.nothing(), Tickets.NOW);
  }

  private static List<Problem> check(int status, AfterSaleRequest wanted, Claim... claims) {
    return RequestRules.driven(wish(status, wanted, claims));
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).toList();
  }
}
