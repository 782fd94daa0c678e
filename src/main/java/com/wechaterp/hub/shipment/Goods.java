package com.wechaterp.hub.shipment;

/**
 * Some pieces of one SKU.
 *
 * @param outProductId the merchant's product, empty if the ERP names only the SKU
 * @param outSkuId the merchant's SKU, empty if the product has none
 * @param productCnt how many
 */
public record Goods(String outProductId, String outSkuId, long productCnt) {

  /** Returns the id a person knows it by. */
  String name() {
    return outSkuId.isEmpty() ? outProductId : outSkuId;
  }

  /** Returns as many of the same SKU. */
  Goods count(long count) {
    return new Goods(outProductId, outSkuId, count);
  }
}
