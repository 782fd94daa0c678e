package com.wechaterp.hub.aftersale;

/**
 * What another after-sale of the same order asks for.
 *
 * @param outSkuId its SKU, empty if it is about several
 * @param productCnt how many pieces
 * @param orderamt how much, fen
 */
record Claim(String outSkuId, long productCnt, long orderamt) {}
