package com.wechaterp.hub.faults;

/** Orders of the ERP. */
record OrderTraffic(World world, Shop shop) implements Traffic {

  @Override
  public String flow() {
    return "order";
  }

  @Override
  public String letters() {
    return "SO";
  }

  @Override
  public void begin(String id, int number) {
    shop.order(id, Shop.SOLD + "-1", number % 2 == 1, false);
  }

  @Override
  public Fate fate(Seen seen, String id, int number) {
    return Fate.of(
        seen.effects("shop/order/add", id),
        seen.orderStatus(id) == 10 && seen.told(id).equals("10"));
  }
}
