package com.wechaterp.hub.reconcile;

import static com.wechaterp.hub.reconcile.OrderDifferencesTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.aftersale.AfterSale;
import com.wechaterp.hub.aftersale.ComparedAfterSale;
import com.wechaterp.hub.aftersale.SeenAfterSale;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AfterSaleDifferencesTest {

  private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");

  @Test
  void findsNothingWhereTheErpWasToldWhatWeChatHas() {
    assertThat(found(known(2), seen(2, 1990), Plan.nothing())).isEqualTo("nothing");
    assertThat(found(null, seen(13, 1990), Plan.nothing())).isEqualTo("nothing");
  }

  @Test
  void findsAnAfterSaleNobodyAnnounced() {
    assertThat(found(known(2), null, Plan.nothing()))
        .isEqualTo("reconcile-aftersale-unseen by hub of aftersales");
  }

  @Test
  void findsAnotherStateAndAnotherAmount() {
    assertThat(found(known(1), seen(2, 1990), Plan.nothing()))
        .isEqualTo("reconcile-aftersale-state by hub of aftersales");
    assertThat(found(known(2), seen(2, 990), Plan.nothing()))
        .isEqualTo("reconcile-aftersale-state by hub of aftersales");
  }

  @Test
  void findsADecisionThatWasNotSent() {
    Plan plan = Plan.of(new Call("shop/ecaftersale/reject", "subject", "decided"));

    assertThat(found(known(2), seen(2, 1990), plan))
        .isEqualTo("reconcile-aftersale-unsent by hub of aftersales");
  }

  @Test
  void leavesWhatThePlannerHoldsToWhoeverMayEndIt() {
    Problem reason = Problem.of("aftersale-amount-differs");

    assertThat(found(known(2), seen(2, 1990), Plan.hold(Hold.of(reason, Release.ERP_CHANGE))))
        .isEqualTo("aftersale-amount-differs by erp of aftersales");
    assertThat(found(known(2), seen(2, 1990), Plan.hold(Hold.of(reason, Release.TIME))))
        .isEqualTo("nothing");
  }

  @Test
  void wakesAHeldKeyOnlyWhenWeChatMovedOnUnseen() {
    OnWorkList held = new OnWorkList("held", Problem.of("aftersale-undecided"));

    assertThat(difference(known(1), seen(2, 1990)).with(held).isRepairable()).isTrue();
    assertThat(difference(known(1), null).with(held).isRepairable()).isFalse();
    assertThat(difference(known(1), null).isRepairable()).isTrue();
    assertThat(
            difference(known(1), seen(2, 1990)).with(new OnWorkList("dead", null)).isRepairable())
        .isFalse();
  }

  private static Difference difference(AfterSale known, @Nullable SeenAfterSale seen) {
    Difference found = AfterSaleDifferences.of(compared(known, seen, Plan.nothing()));
    assertThat(found).isNotNull();
    return found;
  }

  private static String found(@Nullable AfterSale known, @Nullable SeenAfterSale seen, Plan plan) {
    return text(AfterSaleDifferences.of(compared(known, seen, plan)));
  }

  private static ComparedAfterSale compared(
      @Nullable AfterSale known, @Nullable SeenAfterSale seen, Plan plan) {
    return new ComparedAfterSale(new WorkKey("aftersales", "main", "400"), known, seen, plan);
  }

  private static AfterSale known(int status) {
    return new AfterSale(
        1,
        "400",
        "",
        "77",
        "SO-1",
        "buyer",
        1,
        status,
        List.of(),
        1990,
        3,
        "",
        List.of(),
        new AfterSale.ReturnInfo("", "", "", null),
        "",
        List.of(),
        NOW,
        NOW);
  }

  private static SeenAfterSale seen(int status, long amount) {
    return new SeenAfterSale("main", 1, "400", "", "SO-1", 1, status, amount, NOW, null);
  }
}
