package com.wechaterp.hub.aftersale;

import static com.wechaterp.hub.aftersale.AfterSaleDecision.Kind.ACCEPT_REFUND;
import static com.wechaterp.hub.aftersale.AfterSaleDecision.Kind.ACCEPT_RETURN;
import static com.wechaterp.hub.aftersale.AfterSaleDecision.Kind.REJECT;
import static com.wechaterp.hub.aftersale.AfterSaleDecision.Kind.UPLOAD_CERTIFICATES;
import static com.wechaterp.hub.aftersale.Tickets.NOW;
import static com.wechaterp.hub.aftersale.Tickets.OPENED;
import static com.wechaterp.hub.aftersale.Tickets.decided;
import static com.wechaterp.hub.aftersale.Tickets.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.aftersale.AfterSaleDecision.Kind;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AfterSalePlannerTest {

  private static final Instant DEADLINE = OPENED.plus(Duration.ofHours(48));

  private final AfterSalePlanner planner = new AfterSalePlanner(Tickets.SETTINGS);

  @Test
  void waitsForTheMerchantUntilTheDeadlineIsNear() {
    Hold hold = held(plan(2, null), "aftersale-undecided");

    assertThat(hold.release()).isEqualTo(Release.ERP_CHANGE);
    assertThat(hold.until()).isEqualTo(DEADLINE.minus(Duration.ofHours(12)));
    assertThat(hold.reason().facts())
        .containsEntry("amount", "19.90")
        .containsEntry("order", "1001");
  }

  @Test
  void warnsWhenTheDeadlineIsNear() {
    Hold hold = held(plan(2, null, DEADLINE.minusSeconds(60)), "aftersale-deadline-near");

    assertThat(hold.until()).isEqualTo(DEADLINE);
  }

  @Test
  void keepsLookingAfterTheDeadlineHasPassed() {
    Instant now = DEADLINE.plusSeconds(1);

    Hold hold = held(plan(2, null, now), "aftersale-deadline-passed");

    assertThat(hold.until()).isEqualTo(now.plus(Duration.ofMinutes(15)));
  }

  @Test
  void acceptsARefund() {
    assertThat(operations(plan(2, decided(ACCEPT_REFUND))))
        .containsExactly("shop/ecaftersale/acceptrefund");
  }

  @Test
  void acceptsAReturnAndRefundsWhenTheGoodsAreBack() {
    assertThat(operations(plan(23, decided(ACCEPT_RETURN))))
        .containsExactly("shop/ecaftersale/acceptreturn");
    assertThat(operations(plan(8, decided(ACCEPT_REFUND))))
        .containsExactly("shop/ecaftersale/acceptrefund");
  }

  @Test
  void saysWhereTheGoodsGoBackToOnceAndStillWaitsForADecision() {
    AfterSaleDecision address = readdressed("广州市");

    Plan first = plan(23, address);

    assertThat(operations(first)).containsExactly("shop/ecaftersale/merchantupdate");
    held(
        plan(23, address, done("shop/ecaftersale/merchantupdate", address.addressContent())),
        "aftersale-undecided");
    assertThat(
            operations(
                plan(
                    23,
                    readdressed("深圳市"),
                    done("shop/ecaftersale/merchantupdate", address.addressContent()))))
        .containsExactly("shop/ecaftersale/merchantupdate");
    held(plan(23, readdressed("")), "aftersale-return-address");
    held(plan(8, address), "aftersale-decision-unfit");
  }

  private static AfterSaleDecision readdressed(String city) {
    return new AfterSaleDecision(
        Kind.MERCHANT_UPDATE,
        null,
        "",
        List.of(),
        new AfterSaleDecision.ReturnAddress("仓库", "13800000000", "", "广东省", city, "海珠区", "一号路 1 号"),
        null,
        null,
        null);
  }

  @Test
  void doesNotTakeTheConsentToAReturnForTheRefund() {
    held(plan(8, decided(ACCEPT_RETURN)), "aftersale-undecided");
  }

  @Test
  void holdsARefundWhoseGoodsAreNotBackYet() {
    Hold hold = held(plan(23, decided(ACCEPT_REFUND)), "aftersale-decision-unfit");

    assertThat(hold.reason().facts()).containsEntry("fits", "acceptreturn, reject");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 23, 8})
  void rejects(int status) {
    assertThat(operations(plan(status, decided(REJECT))))
        .containsExactly("shop/ecaftersale/reject");
  }

  @Test
  void asksAgainWhenTheBuyerAskedAnewAfterARejection() {
    held(
        plan(2, decided(REJECT), done("shop/ecaftersale/reject", decided(REJECT).content())),
        "aftersale-decision-stale");
  }

  @Test
  void asksAgainWhenTheDecisionWasAboutAnOlderVersionOfTheRequest() {
    held(
        plan(2, decided(ACCEPT_REFUND, 1990L, OPENED.minusSeconds(60))),
        "aftersale-decision-stale");
    assertThat(operations(plan(2, decided(ACCEPT_REFUND, 1990L, OPENED)))).hasSize(1);
  }

  @Test
  void neverAcceptsARefundTwice() {
    held(
        plan(8, decided(ACCEPT_REFUND), done("shop/ecaftersale/acceptrefund", "whatever")),
        "aftersale-settling");
  }

  @Test
  void holdsAnAmountThatIsNotTheBuyers() {
    Hold hold = held(plan(2, decided(ACCEPT_REFUND, 1000L, null)), "aftersale-amount-differs");

    assertThat(hold.reason().facts())
        .containsEntry("named", "10.00")
        .containsEntry("amount", "19.90");
  }

  @Test
  void wantsTheAmountWhereTheAccountRequiresIt() {
    AfterSalePlanner strict = new AfterSalePlanner(Tickets.settings(List.of("main")));

    held(strict.plan(situation(2, decided(ACCEPT_REFUND), NOW)), "aftersale-amount-missing");
    assertThat(operations(strict.plan(situation(2, decided(ACCEPT_REFUND, 1990L, null), NOW))))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aftersale-decision-unfit", "aftersale-amount-differs"})
  void looksAgainAtADecisionItCannotSendAsTheDeadlineComes(String code) {
    AfterSaleDecision wrong =
        code.equals("aftersale-decision-unfit")
            ? decided(ACCEPT_RETURN)
            : decided(ACCEPT_REFUND, 1000L, null);
    Instant near = DEADLINE.minus(Duration.ofHours(12));
    Instant late = DEADLINE.plusSeconds(1);

    assertThat(held(plan(2, wrong, NOW), code).until()).isEqualTo(near);
    assertThat(held(plan(2, wrong, near), code).until()).isEqualTo(DEADLINE);
    assertThat(held(plan(2, wrong, late), code).until())
        .isEqualTo(late.plus(Duration.ofMinutes(15)));
  }

  @Test
  void uploadsCertificatesOnce() {
    AfterSaleDecision proven = decided(UPLOAD_CERTIFICATES);

    assertThat(operations(plan(25, proven)))
        .containsExactly("shop/ecaftersale/upload_certificates");
    assertThat(plan(25, proven, done("shop/ecaftersale/upload_certificates", proven.content())))
        .isEqualTo(Plan.nothing());
  }

  @Test
  void asksForAnOfflineRefundWhenThePlatformFailed() {
    held(plan(25, decided(ACCEPT_REFUND)), "aftersale-offline-refund-due");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 6, 7, 11, 13, 21, 24})
  void leavesAloneWhatOthersActOn(int status) {
    assertThat(plan(status, decided(ACCEPT_REFUND))).isEqualTo(Plan.nothing());
  }

  @Test
  void asksAPersonAboutAStateItDoesNotKnow() {
    assertThat(held(plan(99, decided(ACCEPT_REFUND)), "aftersale-state-unknown").release())
        .isEqualTo(Release.PERSON);
  }

  @Test
  void setsTheOrdersDeadlineOnce() {
    AfterSaleDecision later =
        new AfterSaleDecision(
            AfterSaleDecision.Kind.NONE, null, "", List.of(), null, null, null, NOW);
    String seconds = String.valueOf(NOW.getEpochSecond());

    assertThat(operations(plan(6, later))).containsExactly("shop/aftersale/update_deadline");
    assertThat(plan(6, later, done("shop/aftersale/update_deadline", seconds)))
        .isEqualTo(Plan.nothing());
  }

  private Plan plan(int status, @Nullable AfterSaleDecision decision, SentCall... calls) {
    Situation it = situation(status, decision, NOW);
    return planner.plan(
        new Situation(
            it.account(), it.known(), decision, new Sent(List.of(calls)), it.deadline(), NOW));
  }

  private Plan plan(int status, @Nullable AfterSaleDecision decision, Instant now) {
    return planner.plan(situation(status, decision, now));
  }

  private static Situation situation(
      int status, @Nullable AfterSaleDecision decision, Instant now) {
    AfterSale ticket = Tickets.ticket(status == 2 ? 1 : 2, status);
    return new Situation("main", ticket, decision, Sent.nothing(), DEADLINE, now);
  }

  private static Hold held(Plan plan, String code) {
    assertThat(plan.calls()).isEmpty();
    Hold hold = Objects.requireNonNull(plan.hold());
    assertThat(hold.reason().code()).isEqualTo(code);
    return hold;
  }

  private static List<String> operations(Plan plan) {
    assertThat(plan.hold()).isNull();
    return plan.calls().stream().map(Call::operation).toList();
  }
}
