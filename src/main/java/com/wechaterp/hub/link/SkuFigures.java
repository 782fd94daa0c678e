package com.wechaterp.hub.link;

/**
 * What WeChat changes of a SKU without an audit, as last sent.
 *
 * @param salePrice selling price in fen
 * @param marketPrice list price in fen
 * @param stock pieces in stock
 * @param code the merchant's article code, or empty
 * @param barcode the bar code, or empty
 */
public record SkuFigures(
    long salePrice, long marketPrice, long stock, String code, String barcode) {}
