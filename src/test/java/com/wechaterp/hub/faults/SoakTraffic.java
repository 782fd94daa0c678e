package com.wechaterp.hub.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shop at work: at each turn one order comes and goes its way through payment, parcel, receipt or
 * refund, a backend places another that its buyer cancels, a coupon is claimed, and the title, the
 * price and the stock of one product change.
 */
final class SoakTraffic {

  private static final Logger LOG = LoggerFactory.getLogger(SoakTraffic.class);
  private static final int PRODUCTS = 20;
  private static final String ITEM = Shop.SOLD + "-1";
  private static final String COUPON = "CCLAIM";

  private final World world;
  private final Shop shop;
  private final ApiOrderTraffic backend;
  private final CallbackTraffic callbacks;
  private final Map<String, Integer> open = new LinkedHashMap<>();
  private final List<String> claims = new ArrayList<>();
  private int turn;
  private int ended;

  SoakTraffic(World world) {
    this.world = world;
    this.shop = new Shop(world.erp());
    this.backend = new ApiOrderTraffic(world);
    this.callbacks = new CallbackTraffic(world, shop);
  }

  void prepare() {
    shop.product(Shop.SOLD, "云白陶瓷碗在售");
    shop.coupon(COUPON, 100_000);
    for (int i = 0; i < PRODUCTS; i++) {
      shop.product("PR" + i, "云白陶瓷碗" + i);
    }
  }

  /** Lets the next things happen, and does what follows from those before. */
  void turn() throws Exception {
    int now = turn++;
    String product = "PR" + now % PRODUCTS;
    shop.restock(product + "-1", 10 + now % 100, "18.8" + now % 10);
    if (now % 5 == 0) {
      shop.retitle(product, "云白陶瓷碗" + now);
    }
    shop.order("SO" + now, ITEM, false, false);
    open.put("SO" + now, now);
    open.put("AP" + now, now);
    claims.add("CB" + now);
    claims.removeIf(this::isTaken);
    Seen seen = Seen.at(world);
    open.entrySet().removeIf(one -> follow(seen, one.getKey(), one.getValue()));
  }

  private boolean isTaken(String claim) {
    try {
      callbacks.claim(COUPON, claim);
      return true;
    } catch (IOException e) {
      LOG.info("{} is pushed again at the next turn: {}", claim, e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int begun() {
    return 2 * turn;
  }

  int ended() {
    return ended;
  }

  private boolean follow(Seen seen, String id, int number) {
    try {
      if (hasEnded(seen, id, number)) {
        ended++;
        return true;
      }
    } catch (Exception e) {
      LOG.info("{} goes on at the next turn: {}", id, e.toString());
    }
    return false;
  }

  private boolean hasEnded(Seen seen, String id, int number) throws Exception {
    String told = seen.told(id);
    int status = seen.orderStatus(id);
    if (id.startsWith("AP")) {
      if (status == 0) {
        backend.begin(id, number);
      } else if (status == 10) {
        world.weChat().lever("orders/" + id + "/cancel");
      }
      return status == 250;
    }
    if (status == 10 && told.equals("10")) {
      world.weChat().lever("orders/" + id + "/pay");
    } else if (status == 20 && seen.value("so_head", "so_no", id, "st").equals("P")) {
      if (number % 3 == 0) {
        refund(seen, id);
      } else if (seen.rows("dlv_note", "so_no", id).isEmpty()) {
        shop.ship(id, ITEM, "SF" + id);
      }
    } else if (status == 30 && told.equals("30")) {
      world.weChat().lever("orders/" + id + "/receive");
    }
    return told.equals("100") || told.equals("200");
  }

  private void refund(Seen seen, String id) throws Exception {
    if (seen.afterSales(id).isEmpty()) {
      world.weChat().lever("orders/" + id + "/aftersales?type=1");
    } else {
      shop.agree(id);
    }
  }
}
