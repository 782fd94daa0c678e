package com.wechaterp.hub.rehearsal.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The goods of the demo shop, the same at every start, a dozen of them wrong on purpose. */
final class DemoCatalogue {

  private static final int GOODS = 300;
  private static final String[][] CLASSES = {
    {"A01", "四件套", "全棉", "纯色", "1.5米", "1.8米"},
    {"A02", "记忆枕", "慢回弹", "护颈", "标准", "加高"},
    {"A03", "毛巾", "长绒棉", "吸水", "面巾", "浴巾"},
    {"B01", "不粘锅", "麦饭石", "少油烟", "28厘米", "30厘米"},
    {"B02", "陶瓷碗", "釉下彩", "家用", "4只装", "6只装"},
    {"B03", "保温杯", "316不锈钢", "便携", "350毫升", "500毫升"},
    {"C01", "短袖T恤", "重磅纯棉", "宽松", "M", "L"},
    {"C02", "运动袜", "精梳棉", "防臭", "三双装", "五双装"},
    {"C03", "双肩包", "防泼水", "通勤", "15升", "20升"},
    {"D01", "宠物窝", "四季通用", "可拆洗", "小号", "中号"},
    {"D02", "毛绒玩偶", "安抚", "可机洗", "30厘米", "45厘米"},
    {"D03", "中性笔", "速干", "办公", "10支装", "20支装"},
  };
  private static final String[] COLOURS = {"云白", "雾灰", "墨绿", "奶咖", "海蓝", "樱粉"};

  private DemoCatalogue() {}

  /** One product as the shop keeps it. */
  record Goods(
      String no,
      @Nullable String name,
      String cls,
      String state,
      @Nullable String pics,
      String detailPics,
      String memo,
      List<Item> items) {}

  /** One SKU as the shop keeps it: yuan as text for the exact column, as double for the other. */
  record Item(
      String no, String color, String spec, @Nullable String price, double tagPrice, int qty) {}

  static List<Goods> goods() {
    Random random = new Random(20261124L);
    List<Goods> goods = new ArrayList<>();
    for (int i = 1; i <= GOODS; i++) {
      goods.add(good(i, random));
    }
    goods.add(book());
    goods.addAll(DemoMistakes.goods());
    return goods;
  }

  /** Its category is opened by the shop's papers. */
  private static Goods book() {
    String no = "G10301";
    return new Goods(
        no,
        "城市植物图鉴 精装 演示款",
        "F01",
        "1",
        no + "-1.png," + no + "-2.png",
        no + "-3.png",
        "精装全彩，七天无理由退换。",
        List.of(new Item(no + "-1", "精装", "一册", "68.00", 88.0, 60)));
  }

  private static Goods good(int i, Random random) {
    String[] cls = CLASSES[i % CLASSES.length];
    String no = "G" + (10000 + i);
    String colour = COLOURS[random.nextInt(COLOURS.length)];
    List<Item> items = new ArrayList<>();
    int fen = 1900 + random.nextInt(30000);
    for (int s = 0; s < 1 + random.nextInt(3); s++) {
      String other = COLOURS[(i + s) % COLOURS.length];
      String price = String.valueOf((fen + s * 1000) / 100.0);
      items.add(
          new Item(
              no + "-" + (s + 1),
              other,
              cls[4 + s % 2],
              price,
              (fen + s * 1000 + 2000) / 100.0,
              // A new product needs stock.
              Math.max(1, random.nextInt(200))));
    }
    return new Goods(
        no,
        colour + cls[2] + cls[1] + " " + cls[3] + "款 " + i + "号",
        cls[0],
        i % 40 == 0 ? "0" : "1",
        no + "-1.png," + no + "-2.png",
        no + "-3.png",
        cls[2] + cls[1] + "，" + cls[3] + "，七天无理由退换。",
        items);
  }
}
