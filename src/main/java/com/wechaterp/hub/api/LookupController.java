package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.wechat.WeChat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions to WeChat that no flow asks, and invitations of sharers. */
@RestController
@RequestMapping("/api/v1")
class LookupController {

  private final WeChat wechat;
  private final String account;

  LookupController(WeChat wechat, HubProperties hub) {
    this.wechat = wechat;
    this.account = hub.account();
  }

  /** Certificates filed earlier with the mini-program platform: {@code category} or brand. */
  @GetMapping("/qualifications/filed")
  Map<String, Object> filed(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestParam(name = "kind", defaultValue = "category") String kind) {
    return call(
        of,
        "shop/audit/get_miniapp_certificate",
        Map.of("req_type", kind.equals("brand") ? 2L : 1L));
  }

  /** The rule of a category as WeChat Store has it. */
  @GetMapping("/categories/{id}/rule")
  Map<String, Object> rule(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") long id) {
    return call(of, "shop/ec/category/getcategoryrule", Map.of("category_id", id));
  }

  /** The application for the merchant number, masked by WeChat. */
  @GetMapping("/onboard/merchant-number")
  Map<String, Object> merchantNumber(
      @RequestParam(name = "account", required = false) @Nullable String of) {
    return call(of, "shop/wxpay/get_info", Map.of());
  }

  /** Coupons with their stock, as WeChat has them. */
  @GetMapping("/coupons")
  Map<String, Object> coupons(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestParam(name = "offset", defaultValue = "0") long offset,
      @RequestParam(name = "page_size", defaultValue = "50") long pageSize) {
    return call(of, "shop/coupon/get_list", Map.of("offset", offset, "page_size", pageSize));
  }

  /** Invites sharers by their openids. */
  @PostMapping("/sharers/bind")
  Map<String, Object> bind(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody List<String> openids) {
    return call(of, "shop/sharer/bind", Map.of("openids", openids));
  }

  /** Unbinds sharers by their openids. */
  @PostMapping("/sharers/unbind")
  Map<String, Object> unbind(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody List<String> openids) {
    return call(of, "shop/sharer/unbind", Map.of("openids", openids));
  }

  /** Sets the share mode, as WeChat numbers it. */
  @PostMapping("/sharers/mode")
  Map<String, Object> shareMode(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestParam("share_mode") long shareMode) {
    return call(of, "shop/sharer/set_share_mode", Map.of("share_mode", shareMode));
  }

  /** Lets a deadline of an after-sale pass on a test account: the name of an overdue event. */
  @PostMapping("/aftersales/{id}/merchanttest")
  Map<String, Object> merchantTest(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("id") long id,
      @RequestParam("operation") String operation) {
    return call(
        of, "shop/ecaftersale/merchanttest", Map.of("aftersale_id", id, "operation", operation));
  }

  private Map<String, Object> call(@Nullable String of, String operation, Map<String, ?> request) {
    Map<String, Object> answer =
        new LinkedHashMap<>(wechat.call(of == null ? account : of, operation, request));
    answer.keySet().remove("errcode");
    answer.keySet().remove("errmsg");
    return answer;
  }
}
