package com.wechaterp.hub.product;

import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.SaleStatus;
import com.wechaterp.hub.link.Sending;
import com.wechaterp.hub.link.SkuFigures;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What a call makes of a link: the call begun, and the call answered. */
final class AfterCall {

  private AfterCall() {}

  /** Returns the record of a call that is about to be made. */
  static Sending begin(String operation, Product product, Instant now) {
    Map<String, SkuFigures> figures = new HashMap<>();
    product.skus().forEach(sku -> figures.put(sku.outSkuId(), sku.figures()));
    return new Sending(operation, Fingerprint.of(product), product.path(), figures, now);
  }

  /** Returns the link after WeChat answered that the call was done. */
  static ProductLink done(ProductLink known, Sending call, String productId) {
    ProductLink settled = known.sending(null);
    return switch (call.operation()) {
      case SpuOperation.ADD, SpuOperation.UPDATE ->
          settled.submitted(productId.isEmpty() ? known.productId() : productId, call);
      case SpuOperation.UPDATE_WITHOUT_AUDIT -> {
        Map<String, SkuFigures> figures = new HashMap<>(known.figures());
        figures.putAll(call.figures());
        yield settled.figured(call.path(), figures);
      }
      case SpuOperation.LISTING -> settled.states(known.edit(), SaleStatus.ON_SALE);
      case SpuOperation.DELISTING -> settled.states(known.edit(), SaleStatus.DELISTED);
      case SpuOperation.DEL_AUDIT -> settled.states(EditStatus.EDITING, known.sale());
      case SpuOperation.DEL -> settled.gone();
      default -> throw new IllegalArgumentException("No product call: " + call.operation());
    };
  }
}
