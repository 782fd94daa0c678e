package com.wechaterp.hub.order;

/**
 * One line of an order.
 *
 * @param outProductId the merchant's product id
 * @param outSkuId the merchant's SKU id, empty if the product has no SKU
 * @param count how many
 * @param salePrice price of one, fen
 * @param realPrice what is paid for the whole line after discounts, fen
 * @param path the mini-program page of the product
 * @param title the title
 * @param headImage the picture's address
 */
public record OrderLine(
    String outProductId,
    String outSkuId,
    long count,
    long salePrice,
    long realPrice,
    String path,
    String title,
    String headImage) {

  /** Returns the line's price before discounts, fen. */
  public long total() {
    return salePrice * count;
  }

  OrderLine paid(long paid) {
    return new OrderLine(outProductId, outSkuId, count, salePrice, paid, path, title, headImage);
  }
}
