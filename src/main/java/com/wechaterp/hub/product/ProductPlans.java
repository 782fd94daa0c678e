package com.wechaterp.hub.product;

import com.wechaterp.hub.category.Assortment;
import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.qualification.Papers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans one product after all that can be checked before WeChat is asked; the dry run too. */
final class ProductPlans {

  private final ProductRules rules;
  private final ProductPlanner planner;

  ProductPlans(ProductSettings settings) {
    this.rules = new ProductRules(settings);
    this.planner = new ProductPlanner(settings.gone());
  }

  /**
   * Returns what to do.
   *
   * @param wanted the product as the ERP has it; null if it no longer has it
   * @param papers the certificates declared outside the product
   */
  Plan plan(@Nullable Product wanted, ProductLink known, Assortment assortment, Papers papers) {
    if (wanted == null || !wanted.onSale()) {
      return planner.plan(wanted, known);
    }
    ProductClasses classes = new ProductClasses(assortment);
    Product named = classes.withIds(wanted);
    Product product = named.certified(papers.of(named.outProductId(), named.category()));
    List<Problem> broken = broken(product, classes);
    if (!broken.isEmpty()) {
      Problem reason = Findings.together("product", product.outProductId(), broken);
      return planner
          .stock(ProductRules.withSafeStock(product, known), known)
          .thenHold(Hold.of(reason, Release.ERP_CHANGE));
    }
    Plan plan = planner.plan(product, known);
    return plan.calls().stream().anyMatch(ProductPlans::isAudited)
        ? classified(plan, product, classes.check(product))
        : plan;
  }

  /** What could not be read breaks rules too, of which nothing need be said. */
  private List<Problem> broken(Product product, ProductClasses classes) {
    if (!product.wrong().isEmpty()) {
      return product.wrong();
    }
    List<Problem> broken = new ArrayList<>(rules.check(product));
    if (!broken.isEmpty()) {
      broken.addAll(classes.check(product));
    }
    return broken;
  }

  /** What would be audited waits if WeChat would not take it; prices and stock go out. */
  private static Plan classified(Plan plan, Product product, List<Problem> problems) {
    if (problems.isEmpty()) {
      return plan;
    }
    List<Call> others = plan.calls().stream().filter(call -> !isAudited(call)).toList();
    Problem reason = Findings.together("product", product.outProductId(), problems);
    return new Plan(others, Hold.of(reason, Release.CONFIG_CHANGE));
  }

  private static boolean isAudited(Call call) {
    return SpuOperation.audited(call.operation());
  }
}
