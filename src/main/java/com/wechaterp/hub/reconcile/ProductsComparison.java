package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.product.ProductComparing;
import java.util.function.Consumer;

/** Compares products. */
final class ProductsComparison implements Comparison {

  private final ProductComparing products;

  ProductsComparison(ProductComparing products) {
    this.products = products;
  }

  @Override
  public Subject subject() {
    return Subject.PRODUCTS;
  }

  @Override
  public void compare(
      String account, Window window, Consumer<Difference> onDifference, Runnable onCompared) {
    products.run(
        account,
        window.from(),
        window.to(),
        compared -> {
          Difference found = ProductDifferences.of(compared);
          if (found != null) {
            onDifference.accept(found);
          }
          onCompared.run();
        });
  }
}
