package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.order.OrderState;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatClock;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trades WeChat wants to see before it lets a merchant in: one order of each contract with the
 * cheapest product on sale, shipped, and taken back.
 */
class TestTrades {

  /** How long a test order can be paid. */
  static final Duration PAYABLE = Duration.ofHours(2);

  private static final long PAID = 1;
  private static final long ON_SALE = 5;
  private static final long FIRST_PAGE = 1;
  private static final long PAGE = 100;

  private final WeChat wechat;
  private final OnboardingSettings settings;
  private final WeChatClock clock;

  TestTrades(WeChat wechat, OnboardingSettings settings, WeChatClock clock) {
    this.wechat = wechat;
    this.settings = settings;
    this.clock = clock;
  }

  /** Creates an order and returns its id; of fund_type 0 it is paid at once. */
  String order(String account, long fundType) {
    Instant now = clock.now(account);
    String id = OrderState.TEST_ORDER + fundType + now.getEpochSecond();
    wechat.call(account, "shop/order/add", add(id, fundType, cheapest(account), now));
    if (fundType == 0) {
      Map<String, Object> pay = of(id);
      pay.put("action_type", PAID);
      pay.put("transaction_id", "test" + id);
      pay.put("pay_time", WeChatTime.text(now));
      wechat.call(account, "shop/order/pay", pay);
    } else {
      wechat.call(account, "shop/order/getpaymentparams", of(id));
    }
    return id;
  }

  /** Ships an order with a parcel of its only line. */
  void ship(String account, String orderId) {
    Map<String, Object> send = of(orderId);
    Map<String, Object> goods = new LinkedHashMap<>(line(account, orderId));
    goods.keySet().retainAll(List.of("out_product_id", "out_sku_id", "product_cnt"));
    send.put("finish_all_delivery", 1L);
    send.put(
        "delivery_list",
        List.of(
            Map.of(
                "delivery_id",
                "OTHERS",
                "waybill_id",
                orderId,
                "product_info_list",
                List.of(goods))));
    send.put("ship_done_time", WeChatTime.text(clock.now(account)));
    wechat.call(account, "shop/delivery/send", send);
  }

  /** Records an after-sale of the older contract from begin to end. */
  void afterSale(String account, String orderId) {
    Map<String, Object> line = line(account, orderId);
    Map<String, Object> request = of(orderId);
    request.put("out_aftersale_id", "A" + orderId);
    request.put("path", line.get("path"));
    request.put("refund", line.get("sku_real_price"));
    request.put("type", 1L);
    request.put("status", 13L);
    request.put("create_time", WeChatTime.text(clock.now(account)));
    request.put("finish_all_aftersale", 1L);
    request.put(
        "product_infos",
        List.of(
            Map.of(
                "out_product_id", line.get("out_product_id"),
                "out_sku_id", line.get("out_sku_id"),
                "product_cnt", 1L)));
    wechat.call(account, "shop/aftersale/add", request);
  }

  /** Opens an after-sale of the paid order and gives the money back. */
  void ecAfterSale(String account, String orderId) {
    Map<String, Object> line = line(account, orderId);
    Map<String, Object> request = of(orderId);
    request.put("out_aftersale_id", "A" + orderId);
    request.put("type", 1L);
    request.put("orderamt", line.get("sku_real_price"));
    request.put("refund_reason_type", 12L);
    request.put("refund_reason", "test");
    request.put(
        "product_info",
        Map.of(
            "out_product_id", line.get("out_product_id"),
            "out_sku_id", line.get("out_sku_id"),
            "product_cnt", 1L));
    Answer opened = new Answer(wechat.call(account, "shop/ecaftersale/add", request));
    String id = opened.has("aftersale_id") ? opened.text("aftersale_id") : "";
    Map<String, Object> accept = new LinkedHashMap<>();
    if (id.isEmpty()) {
      accept.put("out_aftersale_id", "A" + orderId);
    } else {
      accept.put("aftersale_id", Long.valueOf(id));
    }
    wechat.call(account, "shop/ecaftersale/acceptrefund", accept);
  }

  private Map<String, Object> of(String orderId) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("out_order_id", orderId);
    request.put("openid", settings.testOpenid());
    return request;
  }

  private Map<String, Object> line(String account, String orderId) {
    Answer line =
        new Answer(wechat.call(account, "shop/order/get", of(orderId)))
            .object("order")
            .object("order_detail")
            .objects("product_infos")
            .get(0);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("out_product_id", line.text("out_product_id"));
    fields.put("out_sku_id", line.text("out_sku_id"));
    fields.put("product_cnt", line.number("product_cnt", 1));
    fields.put("sku_real_price", line.number("sku_real_price", line.number("real_price")));
    fields.put("path", line.text("path"));
    return fields;
  }

  private Map<String, Object> add(String id, long fundType, Map<String, Object> line, Instant now) {
    Map<String, Object> pay = new LinkedHashMap<>(Map.of("pay_method_type", 0L));
    if (fundType == 0) {
      pay.put("prepay_id", "test" + id);
      pay.put("prepay_time", WeChatTime.text(now));
    }
    Map<String, Object> request = of(id);
    request.put("fund_type", fundType);
    request.put("path", "pages/order/detail?id=" + id);
    request.put("create_time", WeChatTime.text(now));
    request.put("expire_time", now.plus(PAYABLE).getEpochSecond());
    request.put(
        "order_detail",
        Map.of(
            "product_infos", List.of(line),
            "pay_info", pay,
            "price_info",
                Map.of(
                    "order_price", line.get("sale_price"),
                    "freight", 0L,
                    "discounted_price", 0L,
                    "additional_price", 0L)));
    request.put("delivery_detail", Map.of("delivery_type", 1L));
    request.put("address_info", address());
    return request;
  }

  private Map<String, Object> address() {
    OnboardingSettings.ReturnAddress own = settings.returnAddress();
    return Map.of(
        "receiver_name", or(own.receiverName(), "测试"),
        "province", or(own.province(), "广东省"),
        "city", or(own.city(), "广州市"),
        "town", or(own.town(), "海珠区"),
        "detailed_address", or(own.detailedAddress(), "测试路 1 号"),
        "tel_number", or(own.telNumber(), "02000000000"));
  }

  private static String or(String given, String otherwise) {
    return given.isEmpty() ? otherwise : given;
  }

  private Map<String, Object> cheapest(String account) {
    Answer listed =
        new Answer(
            wechat.call(
                account,
                "shop/spu/get_list",
                Map.of("status", ON_SALE, "page", FIRST_PAGE, "page_size", PAGE)));
    return listed.objects("spus").stream()
        .flatMap(spu -> spu.objects("skus").stream().map(sku -> line(spu, sku)))
        .min(Comparator.comparingLong(line -> (Long) line.get("sale_price")))
        .orElseThrow(() -> new ProblemException(Problem.of("onboarding-no-product")));
  }

  private static Map<String, Object> line(Answer spu, Answer sku) {
    Map<String, Object> line = new LinkedHashMap<>();
    long price = sku.number("sale_price");
    line.put("out_product_id", spu.text("out_product_id"));
    line.put("out_sku_id", sku.text("out_sku_id"));
    line.put("product_cnt", 1L);
    line.put("sale_price", price);
    line.put("sku_real_price", price);
    line.put("real_price", price);
    line.put("path", spu.text("path"));
    line.put("title", spu.text("title"));
    line.put("head_img", spu.texts("head_img").stream().findFirst().orElse(""));
    return line;
  }
}
