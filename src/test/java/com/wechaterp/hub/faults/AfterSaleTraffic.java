package com.wechaterp.hub.faults;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** After-sales that buyers open at WeChat, and others that the shop opens; the clerk agrees. */
record AfterSaleTraffic(World world, Shop shop) implements Traffic {

  private static final String ITEM = Shop.SOLD + "-1";
  private static final int REFUNDED = 13;

  @Override
  public String flow() {
    return "after-sale";
  }

  @Override
  public String letters() {
    return "AS";
  }

  @Override
  public void prepare(String id, int number) {
    shop.order(id, ITEM, false, false);
  }

  @Override
  public boolean isReady(Seen seen, String id, int number) throws Exception {
    if (seen.orderStatus(id) == 10) {
      world.weChat().lever("orders/" + id + "/pay");
    }
    return seen.value("so_head", "so_no", id, "st").equals("P");
  }

  @Override
  public void begin(String id, int number) throws Exception {
    if (number % 2 == 0) {
      world.weChat().lever("orders/" + id + "/aftersales?type=1");
    } else {
      shop.openTicket(id, ITEM);
    }
  }

  @Override
  public void follow(Seen seen, String id, int number) {
    shop.agree(id);
  }

  @Override
  public Fate fate(Seen seen, String id, int number) {
    List<JsonNode> atWeChat = seen.afterSales(id);
    List<Map<String, Object>> atShop = seen.rows("svc_ticket", "so_no", id);
    int refunds =
        atWeChat.stream()
            .mapToInt(
                one ->
                    seen.effects(
                        "shop/ecaftersale/acceptrefund", one.path("aftersale_id").asString("")))
            .max()
            .orElse(0);
    int opened = seen.effects("shop/ecaftersale/add", "T" + id);
    int most = Math.max(Math.max(atWeChat.size(), atShop.size()), Math.max(refunds, opened));
    return Fate.of(
        most,
        atWeChat.size() == 1
            && atWeChat.get(0).path("status").asInt() == REFUNDED
            && atShop.size() == 1
            && String.valueOf(atShop.get(0).get("wx_state")).equals("" + REFUNDED));
  }
}
