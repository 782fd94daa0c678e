package com.wechaterp.hub.product;

import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.plan.HoldException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Product} of the ERP's document, naming every column of a wrong type. */
final class ProductReader {

  private ProductReader() {}

  /**
   * Returns the product, or null if the document is missing or says deleted.
   *
   * @throws HoldException if columns have the wrong type, all of them named
   */
  static @Nullable Product read(@Nullable Map<String, ?> document) {
    if (document == null) {
      return null;
    }
    String key = String.valueOf(document.get("out_product_id"));
    Columns columns = new Columns("product", key, document);
    if (columns.flag("deleted", false)) {
      columns.end();
      return null;
    }
    if (!columns.flag("on_sale", true)) {
      columns.end();
      return Product.offSale(key);
    }
    Product product =
        new Product(
            columns.text("out_product_id"),
            columns.text("title").strip(),
            columns.text("path"),
            columns.text("direct_path"),
            columns.texts("head_img"),
            columns.texts("qualification_pics"),
            columns.text("desc"),
            columns.texts("desc_imgs"),
            columns.text("third_cat_id"),
            columns.text("brand_id", Product.NO_BRAND),
            true,
            skus(key, columns),
            columns.extra(),
            columns.inRows());
    if (product.wrong().isEmpty()) {
      columns.end();
    }
    return product;
  }

  private static List<Sku> skus(String key, Columns columns) {
    List<Sku> skus = new ArrayList<>();
    for (Columns sku : columns.rows("skus", "out_sku_id")) {
      long price = sku.number("sale_price");
      skus.add(
          new Sku(
              sku.text("out_sku_id"),
              sku.text("thumb_img", columns.first("head_img")),
              price,
              sku.number("market_price", price),
              sku.number("stock_num"),
              sku.text("sku_code"),
              sku.text("barcode"),
              sku.attributes("attrs")));
    }
    return skus;
  }
}
