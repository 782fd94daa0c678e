package com.wechaterp.hub.faults;

/** Parcels of paid orders. */
record ShipmentTraffic(World world, Shop shop) implements Traffic {

  private static final String ITEM = Shop.SOLD + "-1";

  @Override
  public String flow() {
    return "shipment";
  }

  @Override
  public String letters() {
    return "SH";
  }

  @Override
  public void prepare(String id, int number) {
    shop.order(id, ITEM, true, true);
  }

  @Override
  public boolean isReady(Seen seen, String id, int number) {
    return seen.orderStatus(id) == 20 && seen.told(id).equals("20");
  }

  @Override
  public void begin(String id, int number) {
    shop.ship(id, ITEM, "SF" + id);
  }

  @Override
  public Fate fate(Seen seen, String id, int number) {
    return Fate.of(
        seen.effects("shop/delivery/send", id),
        seen.orderStatus(id) == 30
            && seen.order(id).path("delivery_detail").toString().contains("SF" + id)
            && seen.value("wx_dlv", "so_no", id, "wx_exp_no").equals("SF" + id));
  }
}
