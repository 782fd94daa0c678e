package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.aftersale.AfterSaleDryRun;
import java.util.function.Consumer;

/** Compares after-sales. */
final class AfterSalesComparison implements Comparison {

  private final AfterSaleDryRun afterSales;

  AfterSalesComparison(AfterSaleDryRun afterSales) {
    this.afterSales = afterSales;
  }

  @Override
  public Subject subject() {
    return Subject.AFTERSALES;
  }

  @Override
  public void compare(
      String account, Window window, Consumer<Difference> onDifference, Runnable onCompared) {
    afterSales.run(
        account,
        window.from(),
        window.to(),
        compared -> {
          Difference found = AfterSaleDifferences.of(compared);
          if (found != null) {
            onDifference.accept(found);
          }
          onCompared.run();
        });
  }
}
