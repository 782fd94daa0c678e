package com.wechaterp.hub.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes the platform's request bodies of a product whose category and brand are ids. */
final class SpuBody {

  private SpuBody() {}

  /**
   * Returns the body for an operation.
   *
   * @param picture from a picture's source to the link WeChat gave for it
   */
  static Map<String, Object> of(String operation, Product product, UnaryOperator<String> picture) {
    return product.extra().into(operation, body(operation, product, picture));
  }

  private static Map<String, Object> body(
      String operation, Product product, UnaryOperator<String> picture) {
    if (SpuOperation.audited(operation)) {
      return full(product, picture);
    }
    return operation.equals(SpuOperation.UPDATE_WITHOUT_AUDIT)
        ? unaudited(product)
        : new LinkedHashMap<>(Map.of("out_product_id", product.outProductId()));
  }

  private static Map<String, Object> full(Product product, UnaryOperator<String> picture) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_product_id", product.outProductId());
    body.put("title", product.title());
    body.put("path", product.path());
    putUnlessEmpty(body, "direct_path", product.directPath());
    body.put("head_img", product.headImages().stream().map(picture).toList());
    body.put("qualification_pics", product.qualificationPictures().stream().map(picture).toList());
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("desc", product.description());
    details.put("imgs", product.descriptionImages().stream().map(picture).toList());
    body.put("desc_info", details);
    body.put("third_cat_id", Long.valueOf(product.category()));
    body.put("brand_id", Long.valueOf(product.brand()));
    body.put("skus", product.skus().stream().map(sku -> sku(product, sku, picture)).toList());
    return body;
  }

  private static Map<String, Object> sku(Product product, Sku sku, UnaryOperator<String> picture) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_product_id", product.outProductId());
    body.put("out_sku_id", sku.outSkuId());
    body.put("thumb_img", picture.apply(sku.thumbImage()));
    figures(sku, body);
    body.put("sku_attrs", attributes(sku));
    return body;
  }

  private static List<Map<String, Object>> attributes(Sku sku) {
    return sku.attributes().entrySet().stream()
        .map(
            each ->
                Map.<String, Object>of("attr_key", each.getKey(), "attr_value", each.getValue()))
        .toList();
  }

  private static Map<String, Object> unaudited(Product product) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_product_id", product.outProductId());
    putUnlessEmpty(body, "path", product.path());
    if (product.skus().isEmpty()) {
      // Only the page changed.
      return body;
    }
    body.put(
        "skus",
        product.skus().stream()
            .map(
                sku -> {
                  Map<String, Object> figures = new LinkedHashMap<>();
                  figures.put("out_sku_id", sku.outSkuId());
                  figures(sku, figures);
                  return figures;
                })
            .toList());
    return body;
  }

  private static void figures(Sku sku, Map<String, Object> body) {
    body.put("sale_price", sku.salePrice());
    body.put("market_price", sku.marketPrice());
    body.put("stock_num", sku.stock());
    putUnlessEmpty(body, "sku_code", sku.code());
    putUnlessEmpty(body, "barcode", sku.barcode());
  }

  private static void putUnlessEmpty(Map<String, Object> body, String name, String value) {
    if (!value.isEmpty()) {
      body.put(name, value);
    }
  }
}
