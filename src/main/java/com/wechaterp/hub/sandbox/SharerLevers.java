package com.wechaterp.hub.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What sharers and promoters do. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control")
class SharerLevers implements Levers {

  private final Sandbox sandbox;
  private final Pushes pushes;

  SharerLevers(Sandbox sandbox, Pushes pushes) {
    this.sandbox = sandbox;
    this.pushes = pushes;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/sharers",
        "every sharer and promoter",
        "POST /sandbox/_control/promoters/{promoter_id}?nickname=",
        "add a promoter",
        "POST /sandbox/_control/sharers/{openid}?act=accept|lapse|leave",
        "accept an invitation, let it lapse, or leave as the sharer",
        "POST /sandbox/_control/sharers/{openid}/refuse",
        "refuse all later invitations",
        "POST /sandbox/_control/sharers/{openid}/action?type=1&promoter=promoter_sandbox",
        "act in share mode as the sharer");
  }

  @GetMapping("/sharers")
  Map<String, Object> show(@RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    return Fields.of(
        "sharers", shop.all(Sharers.KIND), "promoters", shop.all(PromoterOperations.KIND));
  }

  @PostMapping("/promoters/{id}")
  Map<String, Object> promoter(
      @PathVariable String id,
      @RequestParam(defaultValue = "推广员") String nickname,
      @RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    synchronized (shop) {
      PromoterOperations.add(shop, id, nickname);
    }
    return Fields.of("done", true);
  }

  @PostMapping("/sharers/{openid}")
  Map<String, Object> act(@PathVariable String openid, @RequestParam String act) {
    Shop shop = sandbox.shopWith(Sharers.KIND, openid);
    int status =
        switch (act) {
          case "accept" -> Sharers.BOUND;
          case "lapse" -> Sharers.LAPSED;
          case "leave" -> Sharers.UNBOUND;
          default -> throw new IllegalArgumentException("No sharer can " + act);
        };
    synchronized (shop) {
      Map<String, Object> sharer = shop.held(Sharers.KIND, openid);
      int needed = status == Sharers.UNBOUND ? Sharers.BOUND : Sharers.WAITING;
      if (!Sharers.is(sharer, needed)) {
        throw new IllegalArgumentException(
            "The sharer's bind_status is " + Fields.text(sharer, "bind_status"));
      }
      Sharers.become(shop, sharer, status);
    }
    pushes.push(
        shop,
        "miniprogram_sharer_bind_status_change",
        Fields.of("openid", openid, "bind_status", status),
        answer -> {});
    return Fields.of("bind_status", status);
  }

  @PostMapping("/sharers/{openid}/refuse")
  Map<String, Object> refuse(@PathVariable String openid, @RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    synchronized (shop) {
      shop.put(Sharers.KIND, openid, Fields.of("openid", openid, "refuses", true));
    }
    return Fields.of("done", true);
  }

  @PostMapping("/sharers/{openid}/action")
  Map<String, Object> action(
      @PathVariable String openid,
      @RequestParam(defaultValue = "1") int type,
      @RequestParam(defaultValue = "promoter_sandbox") String promoter) {
    Shop shop = sandbox.shopWith(Sharers.KIND, openid);
    pushes.push(
        shop,
        "miniprogram_sharer_action",
        Fields.of(
            "type",
            type,
            "openid",
            openid,
            "promoter",
            PromoterOperations.promoter(promoter, promoter)),
        answer -> {});
    return Fields.of("done", true);
  }
}
