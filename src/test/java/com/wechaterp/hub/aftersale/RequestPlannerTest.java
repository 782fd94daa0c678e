package com.wechaterp.hub.aftersale;

import static com.wechaterp.hub.aftersale.Tickets.done;
import static com.wechaterp.hub.aftersale.Tickets.request;
import static com.wechaterp.hub.aftersale.Tickets.ticket;
import static com.wechaterp.hub.aftersale.Tickets.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.wechat.Answer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RequestPlannerTest {

  private static final AfterSaleRequest WANTED = request(1990);
  private static final SentCall ADDED = done("shop/ecaftersale/add", WANTED.content());

  @Test
  void opensWhatWeChatDoesNotHave() {
    assertThat(operations(wish(WANTED, null))).containsExactly("shop/ecaftersale/add");
  }

  @Test
  void opensNothingThatWasTakenBack() {
    assertThat(RequestPlanner.plan(wish(with(Map.of("cancel", true)), null)))
        .isEqualTo(Plan.nothing());
  }

  @Test
  void doesNotOpenAgainWhatWeChatAnsweredButDoesNotShow() {
    held(wish(WANTED, null, ADDED), "aftersale-settling");
  }

  @Test
  void changesWhatWasSubmitted() {
    assertThat(operations(wish(request(1500), ticket(1, 2), ADDED)))
        .containsExactly("shop/ecaftersale/update");
    assertThat(RequestPlanner.plan(wish(WANTED, ticket(1, 2), ADDED))).isEqualTo(Plan.nothing());
  }

  @Test
  void submitsAgainAfterARejection() {
    assertThat(operations(wish(request(1500), ticket(1, 4), ADDED)))
        .containsExactly("shop/ecaftersale/update");
  }

  @Test
  void keepsWhatTheBuyerChangedInWeChat() {
    AfterSaleRequest asBefore = request(1500);

    assertThat(
            RequestPlanner.plan(
                wish(asBefore, ticket(1, 2), done("shop/ecaftersale/add", asBefore.content()))))
        .isEqualTo(Plan.nothing());
  }

  @Test
  void stopsBeforeTheSixthSubmission() {
    SentCall[] five = Collections.nCopies(5, ADDED).toArray(SentCall[]::new);

    held(wish(request(1500), ticket(1, 2), five), "aftersale-submissions-spent");
  }

  @Test
  void doesNotCountWhatDidNotArrive() {
    SentCall lost =
        new SentCall(
            "shop/ecaftersale/update", "x", 2, null, Tickets.NOW, SentCall.Outcome.NOT_DONE);
    SentCall[] five = {ADDED, ADDED, ADDED, ADDED, lost};

    assertThat(operations(wish(request(1500), ticket(1, 2), five))).hasSize(1);
  }

  @Test
  void holdsAChangeOfTheGoods() {
    AfterSaleRequest two =
        request(AfterSaleType.REFUND, List.of(new Line("P1", "S1", 2)), 1990, Map.of());

    held(wish(two, ticket(1, 2), ADDED), "aftersale-fixed");
  }

  @Test
  void takesBackAsLongAsWeChatLetsTheBuyer() {
    AfterSaleRequest cancelled = with(Map.of("cancel", true));

    assertThat(operations(wish(cancelled, ticket(1, 2), ADDED)))
        .containsExactly("shop/ecaftersale/cancel");
    held(wish(cancelled, ticket(1, 11), ADDED), "aftersale-cancel-late");
    assertThat(RequestPlanner.plan(wish(cancelled, ticket(1, 1), ADDED))).isEqualTo(Plan.nothing());
  }

  @Test
  void sendsTheWaybillOfTheGoodsThatComeBack() {
    AfterSaleRequest returned =
        request(
            AfterSaleType.RETURN_REFUND,
            List.of(new Line("P1", "S1", 1)),
            1990,
            Map.of("delivery_id", "SF", "waybill_id", "SF123"));

    assertThat(operations(wish(returned, ticket(2, 6), ADDED)))
        .containsExactly("shop/ecaftersale/uploadreturninfo");
    assertThat(RequestPlanner.plan(wish(returned, ticket(2, 8), ADDED))).isEqualTo(Plan.nothing());
    held(wish(returned, ticket(2, 6), sentAt(Tickets.NOW.minusSeconds(5))), "aftersale-settling");
  }

  @Test
  void doesNotTellAWaybillAgainThatTheBuyerTookBack() {
    AfterSaleRequest returned =
        request(
            AfterSaleType.RETURN_REFUND,
            List.of(new Line("P1", "S1", 1)),
            1990,
            Map.of("delivery_id", "SF", "waybill_id", "SF123"));
    SentCall earlier = sentAt(Tickets.NOW.minus(AfterSalePlanner.SETTLING).minusSeconds(1));

    assertThat(RequestPlanner.plan(wish(returned, ticket(2, 6), ADDED, earlier)))
        .isEqualTo(Plan.nothing());
    AfterSaleRequest other =
        request(
            AfterSaleType.RETURN_REFUND,
            List.of(new Line("P1", "S1", 1)),
            1990,
            Map.of("delivery_id", "SF", "waybill_id", "SF124"));
    assertThat(operations(wish(other, ticket(2, 6), ADDED, earlier)))
        .containsExactly("shop/ecaftersale/uploadreturninfo");
  }

  @Test
  void changesNothingAfterGoodsThatCameBackWereRefused() {
    AfterSaleRequest cheaper =
        request(AfterSaleType.RETURN_REFUND, List.of(new Line("P1", "S1", 1)), 990, Map.of());
    Map<String, Object> refused = Tickets.answer(2, 5);

    assertThat(operations(wish(cheaper, AfterSale.driven(new Answer(refused)))))
        .containsExactly("shop/ecaftersale/update");
    refused.put("return_info", Map.of("waybill_id", "SF1", "order_return_time", 1L));
    assertThat(RequestPlanner.plan(wish(cheaper, AfterSale.driven(new Answer(refused)))))
        .isEqualTo(Plan.nothing());
  }

  private static SentCall sentAt(Instant when) {
    return new SentCall(
        "shop/ecaftersale/uploadreturninfo", "SF SF123", 6, null, when, SentCall.Outcome.DONE);
  }

  private static AfterSaleRequest with(Map<String, Object> more) {
    return request(AfterSaleType.REFUND, List.of(new Line("P1", "S1", 1)), 1990, more);
  }

  private static List<String> operations(Wish wish) {
    Plan plan = RequestPlanner.plan(wish);
    assertThat(plan.hold()).isNull();
    return plan.calls().stream().map(Call::operation).toList();
  }

  private static void held(Wish wish, String code) {
    Plan plan = RequestPlanner.plan(wish);
    assertThat(plan.calls()).isEmpty();
    assertThat(Objects.requireNonNull(plan.hold()).reason().code()).isEqualTo(code);
  }
}
