package com.wechaterp.hub.faults;

/**
 * Payments at WeChat's cashier, which the ERP takes with its stock, and payments to the shop's own
 * merchant number, which WeChat is told.
 */
record PaymentTraffic(World world, Shop shop) implements Traffic {

  @Override
  public String flow() {
    return "payment";
  }

  @Override
  public String letters() {
    return "PY";
  }

  private static boolean isOwn(int number) {
    return number % 2 == 1;
  }

  private static String item(String id) {
    return id + "-1";
  }

  /** Each round has a product of its own, whose items are counted. */
  private static String product(String id) {
    return "PAID" + id.charAt(id.length() - 1);
  }

  @Override
  public void prepare(String id, int number) {
    if (number == 0) {
      shop.product(product(id), "云白陶瓷碗" + product(id));
    }
    shop.item(product(id), item(id), 10 + number);
    shop.order(id, item(id), isOwn(number), false);
  }

  @Override
  public boolean isReady(Seen seen, String id, int number) {
    return seen.orderStatus(id) == 10 && seen.told(id).equals("10");
  }

  @Override
  public void begin(String id, int number) throws Exception {
    if (isOwn(number)) {
      shop.takeMoney(id);
    } else {
      world.weChat().lever("orders/" + id + "/pay");
    }
  }

  @Override
  public Fate fate(Seen seen, String id, int number) {
    boolean arrived = seen.orderStatus(id) == 20 && seen.told(id).equals("20");
    if (isOwn(number)) {
      return Fate.of(seen.effects("shop/order/pay", id), arrived);
    }
    int taken = seen.rows("pay_log", "so_no", id).size();
    int left = Integer.parseInt(seen.value("store_qty", "item_no", item(id), "qty"));
    return Fate.of(
        Math.max(taken, (Shop.STOCK - left) / 2),
        arrived
            && taken == 1
            && left == Shop.STOCK - 2
            && seen.value("so_head", "so_no", id, "st").equals("P"));
  }
}
