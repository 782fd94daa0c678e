package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.product.ComparedProduct;
import com.wechaterp.hub.product.Product;
import com.wechaterp.hub.reconcile.Difference.Sides;
import com.wechaterp.hub.work.WorkKey;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what differs in one product. */
final class ProductDifferences {

  /** The flow that reads a product's state back and tells the ERP. */
  private static final String AUDITS = "product-audits";

  private ProductDifferences() {}

  /** Returns what differs, null if nothing does. */
  static @Nullable Difference of(ComparedProduct it) {
    if (it.movedOn()) {
      return differs(it, AUDITS, "reconcile-product-state", "seen", text(it.link()));
    }
    Hold hold = it.plan().hold();
    if (!it.plan().calls().isEmpty()) {
      String operations =
          it.plan().calls().stream().map(Call::operation).collect(Collectors.joining(", "));
      return differs(
          it, Subject.PRODUCTS.text(), "reconcile-product-unsent", "operations", operations);
    }
    return hold == null || hold.release() == Release.TIME
        ? null
        : Difference.held(key(it, Subject.PRODUCTS.text()), it.link().productId(), sides(it), hold);
  }

  private static Difference differs(ComparedProduct it, String flow, String code, Object... more) {
    return Difference.of(key(it, flow), it.link().productId(), sides(it), Owner.HUB, code, more);
  }

  private static WorkKey key(ComparedProduct it, String flow) {
    return new WorkKey(flow, it.link().account(), it.link().outProductId());
  }

  private static Sides sides(ComparedProduct it) {
    Product wanted = it.wanted();
    String inErp = wanted == null ? Difference.NONE : (wanted.onSale() ? "on sale" : "not on sale");
    return new Sides(text(Objects.requireNonNullElse(it.seen(), it.link())), inErp);
  }

  private static String text(ProductLink link) {
    return link.exists()
        ? "%d %s / %d %s"
            .formatted(
                link.editCode(), link.edit().chinese(), link.saleCode(), link.sale().chinese())
        : Difference.NONE;
  }
}
