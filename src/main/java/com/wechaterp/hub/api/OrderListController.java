package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Passes WeChat's lists of orders on, and its check of a scene. */
@RestController
class OrderListController {

  private static final List<String> PROMOTER = List.of("promoter_id", "promoter_openid");
  private static final String SHARER = "sharer_openid";

  /** What each list can be narrowed by, besides the page. */
  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "shop/order/get_list",
          List.of("start_create_time", "end_create_time"),
          "shop/order/get_list_by_finder",
          List.of("promoter_id", "promoter_openid", "start_pay_time", "end_pay_time"),
          "shop/order/get_list_by_sharer",
          List.of(SHARER, "start_pay_time", "end_pay_time"));

  private final WeChat wechat;
  private final String account;

  OrderListController(WeChat wechat, HubProperties hub) {
    this.wechat = wechat;
    this.account = hub.account();
  }

  /** Lists orders: those of a promoter, those of a sharer, or all; parameters as WeChat's. */
  @GetMapping("/api/v1/orders")
  Map<String, Object> orders(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestParam(name = "page", defaultValue = "1") long page,
      @RequestParam(name = "page_size", defaultValue = "20") long size,
      @RequestParam(name = "sort_order", defaultValue = "1") long order,
      @RequestParam Map<String, String> all) {
    String operation = operation(all);
    Map<String, Object> request = new LinkedHashMap<>();
    PARAMETERS.getOrDefault(operation, List.of()).stream()
        .filter(all::containsKey)
        .forEach(name -> request.put(name, all.get(name)));
    if (operation.equals("shop/order/get_list")) {
      request.put("sort_order", order);
    }
    request.put("page", page);
    request.put("page_size", size);
    Answer answer = new Answer(wechat.call(of == null ? account : of, operation, request));
    return Map.of(
        "orders", answer.objects("orders").stream().map(each -> IdTexts.in(each.fields())).toList(),
        "total_num", answer.number("total_num"));
  }

  private static String operation(Map<String, String> given) {
    if (PROMOTER.stream().anyMatch(given::containsKey)) {
      return "shop/order/get_list_by_finder";
    }
    return given.containsKey(SHARER) ? "shop/order/get_list_by_sharer" : "shop/order/get_list";
  }

  /** Tells whether orders of a scene are under WeChat's payment check, so that fund_type is 1. */
  @GetMapping("/api/v1/scenes/{scene}")
  Map<String, Object> scene(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("scene") long scene) {
    Map<String, Object> answer =
        wechat.call(of == null ? account : of, "shop/scene/check", Map.of("scene", scene));
    return Map.of("scene", scene, "is_matched", new Answer(answer).flag("is_matched"));
  }
}
