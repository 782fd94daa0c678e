package com.wechaterp.hub.reconcile;

import static com.wechaterp.hub.reconcile.OrderDifferencesTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.product.ComparedProduct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductDifferencesTest {

  private static final ProductLink LINK = ProductLink.unknown("main", "G1").states("77", 2, 0, "");

  @Test
  void findsNothingWhereTheHubKnowsWhatWeChatHas() {
    assertThat(found(LINK.submitTime("2026-11-25 08:00:00"), Plan.nothing())).isEqualTo("nothing");
    assertThat(found(null, Plan.nothing())).isEqualTo("nothing");
  }

  @Test
  void findsADecisionThatNobodyHasSeen() {
    assertThat(found(LINK.states("77", 4, 5, ""), Plan.nothing()))
        .isEqualTo("reconcile-product-state by hub of product-audits");
  }

  @Test
  void findsAProductThatWasNotSent() {
    assertThat(found(null, Plan.of(new Call("shop/spu/update", "subject", "changed"))))
        .isEqualTo("reconcile-product-unsent by hub of products");
  }

  @Test
  void leavesAnAuditToWeChat() {
    Plan plan = Plan.hold(Hold.of(Problem.of("product-quota"), Release.AUDIT));

    assertThat(found(null, plan)).isEqualTo("product-quota by wechat of products");
  }

  private static String found(@Nullable ProductLink seen, Plan plan) {
    return text(ProductDifferences.of(new ComparedProduct(LINK, seen, null, plan)));
  }
}
