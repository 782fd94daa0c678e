package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.rehearsal.demo.DemoCatalogue.Goods;
import com.wechaterp.hub.rehearsal.demo.DemoCatalogue.Item;
import java.util.ArrayList;
import java.util.List;

/** Goods that are wrong in ways real catalogues are, so that a person sees how each is told. */
final class DemoMistakes {

  private static final String PICS = "X-1.png,X-2.png";

  private DemoMistakes() {}

  static List<Goods> goods() {
    List<Goods> goods = new ArrayList<>();
    goods.add(good("X90001", "短标题", "B03", PICS, one("X90001", "59.00", 79.0)));
    goods.add(good("X90002", "没有价格的保温杯 500毫升", "B03", PICS, noPrice("X90002")));
    goods.add(good("X90003", "价格为零的赠品保温杯", "B03", PICS, one("X90003", "0.00", 79.0)));
    goods.add(good("X90004", "类目还没有对应的花瓶摆件", "Z09", PICS, one("X90004", "39.90", 59.0)));
    goods.add(good("X90005", "没有主图的陶瓷碗 四只装", "B02", "", one("X90005", "45.00", 69.0)));
    goods.add(good("X90006", "违禁词测试商品 纯棉毛巾", "A03", PICS, one("X90006", "19.90", 29.9)));
    goods.add(good("X90007", "每日坚果 混合果仁 750克", "E01", PICS, one("X90007", "89.00", 129.0)));
    goods.add(good("X90008", "宝宝爬行垫 加厚 双面可用", "E02", PICS, one("X90008", "199.00", 299.0)));
    goods.add(good("X90009", "同一货号出现两次的运动袜", "C02", PICS, twice("X90009")));
    goods.add(good("X90010", "吊牌价低于售价的双肩包", "C03", PICS, one("X90010", "199.00", 99.0)));
    goods.add(good("X90011", "标题长得超过微信限制".repeat(8), "C01", PICS, one("X90011", "59.0", 99.0)));
    goods.add(good("X90012", "规格多得超过限制的T恤", "C01", PICS, many("X90012")));
    return goods;
  }

  private static Goods good(String no, String name, String cls, String pics, List<Item> items) {
    String own = pics.replace("X-", no + "-");
    return new Goods(no, name, cls, "1", own, no + "-3.png", "演示：有意写错的商品。", items);
  }

  private static List<Item> one(String no, String price, double tag) {
    return List.of(new Item(no + "-1", "云白", "标准", price, tag, 20));
  }

  private static List<Item> noPrice(String no) {
    return List.of(new Item(no + "-1", "云白", "标准", null, 79.0, 20));
  }

  private static List<Item> twice(String no) {
    return List.of(
        new Item(no + "-1", "云白", "三双装", "29.90", 39.9, 20),
        new Item(no + "-1", "雾灰", "五双装", "45.90", 59.9, 20));
  }

  private static List<Item> many(String no) {
    List<Item> items = new ArrayList<>();
    for (int i = 1; i <= 501; i++) {
      items.add(new Item(no + "-" + i, "颜色" + i, "均码", "59.00", 99.0, 5));
    }
    return items;
  }
}
