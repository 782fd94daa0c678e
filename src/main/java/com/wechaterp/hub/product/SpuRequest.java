package com.wechaterp.hub.product;

import java.util.Map;

/** One call of a product that is ready to be made: its pictures are uploaded. */
record SpuRequest(String operation, Product product, Map<String, String> pictures) {}
