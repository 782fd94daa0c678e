package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What sharers sold, read from the orders they brought. */
class SharerSales implements OperationFamily {

  private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Duration LIVE = Duration.ofHours(2);

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/sharer/get_sharer_data_summary", this::summary,
        "shop/sharer/get_sharer_live_summary_list", this::lives,
        "shop/sharer/get_sharer_live_order_list", this::liveOrders);
  }

  private static String known(Shop shop, Map<String, Object> request) {
    String openid = Fields.text(request, "openid");
    if (Sharers.find(shop, openid).isEmpty() && Sharers.orders(shop, openid).isEmpty()) {
      throw new SandboxError(40003, "invalid openid");
    }
    return openid;
  }

  private Map<String, Object> summary(Shop shop, Map<String, Object> request) {
    Map<String, Object> totals = Sharers.totals(Sharers.orders(shop, known(shop, request)));
    // As recorded: this figure alone is text.
    totals.put("order_cnt", Fields.text(totals, "order_cnt"));
    return totals;
  }

  private Map<String, Object> lives(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> lives =
        Sharers.orders(shop, known(shop, request)).stream()
            .collect(Collectors.groupingBy(Sharers::live, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(entry -> live(entry.getKey(), entry.getValue()))
            .toList();
    return Fields.of(
        "lives", Page.numbered(lives, request, "page", "page_size"), "total_num", lives.size());
  }

  private static Map<String, Object> live(String id, List<Map<String, Object>> orders) {
    long start =
        orders.stream()
            .map(order -> Fields.text(Sharers.promotion(order), "live_start_time"))
            .filter(time -> !time.isEmpty())
            .mapToLong(time -> LocalDateTime.parse(time, WIRE).atZone(CHINA).toEpochSecond())
            .min()
            .orElse(0);
    Map<String, Object> live =
        Fields.of(
            "live_export_id",
            id,
            "live_nickname",
            Fields.text(Sharers.promotion(orders.get(0)), "finder_nickname"),
            "live_start_time",
            start,
            "live_end_time",
            start + LIVE.toSeconds(),
            "live_status",
            1);
    live.putAll(Sharers.totals(orders));
    return live;
  }

  private Map<String, Object> liveOrders(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> orders =
        Sharers.orders(shop, known(shop, request)).stream()
            .filter(order -> Sharers.live(order).equals(Fields.text(request, "live_export_id")))
            .toList();
    return Fields.of(
        "orders",
        Page.numbered(orders, request, "page", "page_size").stream()
            .map(OrderView::brought)
            .toList(),
        "total_num",
        orders.size());
  }
}
