package com.wechaterp.hub.product;

import com.wechaterp.hub.link.SkuFigures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One SKU of a product.
 *
 * @param outSkuId the merchant's id
 * @param thumbImage source of the picture
 * @param salePrice selling price in fen
 * @param marketPrice list price in fen
 * @param stock pieces in stock
 * @param code the merchant's article code, or empty
 * @param barcode the bar code, or empty
 * @param attributes sale attributes, name to value, in order
 */
public record Sku(
    String outSkuId,
    String thumbImage,
    long salePrice,
    long marketPrice,
    long stock,
    String code,
    String barcode,
    Map<String, String> attributes) {

  public Sku {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** Returns this SKU with other prices, in fen. */
  Sku priced(long sale, long market) {
    return new Sku(outSkuId, thumbImage, sale, market, stock, code, barcode, attributes);
  }

  /** Returns what WeChat changes without an audit. */
  public SkuFigures figures() {
    return new SkuFigures(salePrice, marketPrice, stock, code, barcode);
  }
}
