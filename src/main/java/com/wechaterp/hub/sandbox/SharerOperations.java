package com.wechaterp.hub.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Invites, finds and lets go of sharers (分享员). */
class SharerOperations implements OperationFamily {

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/sharer/bind", this::bind,
        "shop/sharer/unbind", this::unbind,
        "shop/sharer/get_sharer_list", this::list,
        "shop/sharer/search_sharer", this::search,
        "shop/sharer/set_share_mode", this::setShareMode);
  }

  private Map<String, Object> bind(Shop shop, Map<String, Object> request) {
    List<String> invited = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    List<Map<String, Object>> results = new ArrayList<>();
    for (String openid : Fields.texts(request.get("openids"))) {
      Map<String, Object> before = Sharers.find(shop, openid).orElseGet(Fields::of);
      boolean refuses = Boolean.TRUE.equals(before.get("refuses"));
      boolean bound = Sharers.is(before, Sharers.BOUND);
      if (refuses) {
        refused.add(openid);
      } else if (bound) {
        failed.add(openid);
      } else {
        invited.add(openid);
        invite(shop, openid);
      }
      int code = refuses || bound ? 1 : 0;
      results.add(Fields.of("openid", openid, "result_code", code, "reason_code", code));
    }
    return Fields.of(
        "success_list", invited,
        "fail_list", failed,
        "refuse_list", refused,
        "result_list", results);
  }

  private static void invite(Shop shop, String openid) {
    Sharers.become(
        shop,
        Fields.of(
            "openid",
            openid,
            "nickname",
            "分享员" + openid.substring(Math.max(0, openid.length() - 4)),
            "invited_time",
            shop.clock().now().getEpochSecond()),
        Sharers.WAITING);
  }

  private Map<String, Object> unbind(Shop shop, Map<String, Object> request) {
    List<String> done = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (String openid : Fields.texts(request.get("openids"))) {
      Sharers.find(shop, openid)
          .filter(sharer -> Sharers.is(sharer, Sharers.BOUND))
          .ifPresentOrElse(
              sharer -> {
                Sharers.become(shop, sharer, Sharers.UNBOUND);
                done.add(openid);
              },
              () -> failed.add(openid));
    }
    return Fields.of("success_list", done, "fail_list", failed, "refuse_list", List.of());
  }

  private Map<String, Object> list(Shop shop, Map<String, Object> request) {
    Page.atMost(100, request, "page_size");
    List<Map<String, Object>> bound =
        shop.all(Sharers.KIND).stream()
            .filter(sharer -> Sharers.is(sharer, Sharers.BOUND))
            .sorted(Comparator.comparing(sharer -> Fields.number(sharer, "bind_time")))
            .map(
                sharer ->
                    Fields.of(
                        "openid", sharer.get("openid"),
                        "invited_time", Fields.text(sharer, "invited_time"),
                        "bind_time", Fields.text(sharer, "bind_time"),
                        "nickname", sharer.get("nickname")))
            .toList();
    return Fields.of(
        "sharers", Page.numbered(bound, request, "page", "page_size"), "total_num", bound.size());
  }

  private Map<String, Object> search(Shop shop, Map<String, Object> request) {
    Map<String, Object> sharer =
        Sharers.find(shop, Fields.text(request, "openid"))
            .filter(one -> one.containsKey("bind_status"))
            .orElseThrow(() -> new SandboxError(40003, "invalid openid"));
    Map<String, Object> shown =
        Fields.of(
            "nickname", sharer.get("nickname"),
            "invited_time", Fields.text(sharer, "invited_time"),
            "bind_status", Fields.text(sharer, "bind_status"));
    if (sharer.containsKey("bind_time")) {
      shown.put("bind_time", Fields.text(sharer, "bind_time"));
    }
    return shown;
  }

  private Map<String, Object> setShareMode(Shop shop, Map<String, Object> request) {
    shop.put("sharemode", "sharemode", Fields.of("share_mode", request.get("share_mode")));
    return Map.of();
  }
}
