package com.wechaterp.hub.faults;

/** What WeChat decides and the ERP must hear: products refused, and orders cancelled by buyers. */
record WriteBackTraffic(World world, Shop shop) implements Traffic {

  /** A word that the sandbox's audit refuses. */
  private static final String REFUSED = "违禁";

  @Override
  public String flow() {
    return "write-back";
  }

  @Override
  public String letters() {
    return "WB";
  }

  private static boolean isProduct(int number) {
    return number % 2 == 0;
  }

  @Override
  public void prepare(String id, int number) {
    if (!isProduct(number)) {
      shop.order(id, Shop.SOLD + "-1", false, false);
    }
  }

  @Override
  public boolean isReady(Seen seen, String id, int number) {
    return isProduct(number) || seen.told(id).equals("10");
  }

  @Override
  public void begin(String id, int number) throws Exception {
    if (isProduct(number)) {
      shop.product(id, "云白陶瓷碗" + REFUSED + id);
    } else {
      world.weChat().lever("orders/" + id + "/cancel");
    }
  }

  @Override
  public Fate fate(Seen seen, String id, int number) {
    if (isProduct(number)) {
      return Fate.of(
          seen.effects("shop/spu/add", id),
          seen.product(id).path("edit_status").asInt() == 3
              && seen.value("wx_goods", "goods_no", id, "wx_state").startsWith("3/"));
    }
    return Fate.of(
        1, seen.told(id).equals("250") && seen.value("so_head", "so_no", id, "st").equals("C"));
  }

  @Override
  public boolean mayBeHeld(int number) {
    return isProduct(number);
  }
}
