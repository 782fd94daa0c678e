package com.wechaterp.hub.faults;

import java.util.Map;

/** New products, and new titles of old ones; each costs one audit. */
record ProductTraffic(World world, Shop shop) implements Traffic {

  private static final Map<Boolean, String> OPERATION =
      Map.of(true, "shop/spu/add", false, "shop/spu/update");

  @Override
  public String flow() {
    return "product";
  }

  @Override
  public String letters() {
    return "PR";
  }

  private static boolean isNew(int number) {
    return number % 2 == 0;
  }

  private static String title(String id, String what) {
    return "云白陶瓷碗" + what + id;
  }

  @Override
  public void prepare(String id, int number) {
    if (!isNew(number)) {
      shop.product(id, title(id, "旧款"));
    }
  }

  @Override
  public boolean isReady(Seen seen, String id, int number) {
    return isNew(number) || onSale(seen, id);
  }

  private static boolean onSale(Seen seen, String id) {
    return seen.product(id).path("status").asInt() == 5
        && seen.product(id).path("edit_status").asInt() == 4;
  }

  @Override
  public void begin(String id, int number) {
    if (isNew(number)) {
      shop.product(id, title(id, "新款"));
    } else {
      shop.retitle(id, title(id, "新款"));
    }
  }

  @Override
  public Fate fate(Seen seen, String id, int number) {
    return Fate.of(
        seen.effects(OPERATION.get(isNew(number)), id),
        onSale(seen, id)
            && seen.product(id).path("title").asString("").equals(title(id, "新款"))
            && seen.value("wx_goods", "goods_no", id, "wx_state").equals("4/5"));
  }
}
