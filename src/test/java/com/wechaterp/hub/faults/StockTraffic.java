package com.wechaterp.hub.faults;

import tools.jackson.databind.JsonNode;

/** Prices and stock of products on sale; none of them costs an audit. */
record StockTraffic(World world, Shop shop) implements Traffic {

  @Override
  public String flow() {
    return "stock";
  }

  @Override
  public String letters() {
    return "ST";
  }

  @Override
  public void prepare(String id, int number) {
    shop.product(id, "云白陶瓷碗" + id);
  }

  @Override
  public boolean isReady(Seen seen, String id, int number) {
    return seen.product(id).path("status").asInt() == 5;
  }

  @Override
  public void begin(String id, int number) {
    shop.restock(id + "-1", 10 + number, "18.8" + number % 10);
  }

  @Override
  public Fate fate(Seen seen, String id, int number) {
    JsonNode sku = seen.product(id).path("skus").path(0);
    int audits = seen.effects("shop/spu/add", id) + seen.effects("shop/spu/update", id);
    return Fate.of(
        audits,
        sku.path("stock_num").asInt() == 10 + number
            && sku.path("sale_price").asInt() == 1880 + number % 10);
  }
}
