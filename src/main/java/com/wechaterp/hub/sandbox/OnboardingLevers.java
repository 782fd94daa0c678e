package com.wechaterp.hub.sandbox;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Levers for what the administrator and WeChat do while an account joins. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control/onboarding")
class OnboardingLevers implements Levers {

  private final Sandbox sandbox;
  private final Onboarding onboarding;
  private final Joining joining;
  private final Applyments applyments;

  OnboardingLevers(Sandbox sandbox, Onboarding onboarding, Joining joining, Applyments applyments) {
    this.sandbox = sandbox;
    this.onboarding = onboarding;
    this.joining = joining;
    this.applyments = applyments;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/onboarding?account=",
        "how far the account has joined; every lever takes account= where there are several",
        "POST /sandbox/_control/onboarding/fresh",
        "make the account one that has not joined",
        "POST /sandbox/_control/onboarding/complete",
        "make the account one that joined long ago",
        "POST /sandbox/_control/onboarding/confirm",
        "confirm the agreement as the administrator",
        "POST /sandbox/_control/onboarding/scene?reject=",
        "decide the audit of the scene now",
        "POST /sandbox/_control/onboarding/close?closed=true",
        "close the scene: product and audit calls answer 1000042",
        "POST /sandbox/_control/onboarding/ban?banned=true",
        "ban the account, or lift the ban",
        "POST /sandbox/_control/onboarding/cancel",
        "cancel the component as the merchant",
        "POST /sandbox/_control/onboarding/wxpay",
        "lead the application for the merchant number one state further: remit, sign",
        "POST /sandbox/_control/onboarding/wxpay/reject?field=&reason=",
        "reject the application for the merchant number",
        "POST /sandbox/_control/onboarding/retire?retired=true",
        "retire the component: register calls answer 1400007");
  }

  @GetMapping
  Map<String, Object> state(@RequestParam @Nullable String account) {
    Shop shop = chosen(account);
    return Fields.of(
        "register", Onboarding.register(shop),
        "tasks", AccessTasks.flags(shop),
        "scene", Onboarding.scene(shop),
        "applyment_state", Fields.text(Applyments.stored(shop), "state"));
  }

  @PostMapping("/fresh")
  Map<String, Object> fresh(@RequestParam @Nullable String account) {
    return pull(account, onboarding::forget);
  }

  @PostMapping("/complete")
  Map<String, Object> complete(@RequestParam @Nullable String account) {
    return pull(account, onboarding::complete);
  }

  @PostMapping("/confirm")
  Map<String, Object> confirm(@RequestParam @Nullable String account) {
    return pull(account, joining::confirm);
  }

  @PostMapping("/scene")
  Map<String, Object> scene(
      @RequestParam @Nullable String reject, @RequestParam @Nullable String account) {
    return pull(account, shop -> joining.decideScene(shop, reject));
  }

  @PostMapping("/close")
  Map<String, Object> close(
      @RequestParam(defaultValue = "true") boolean closed, @RequestParam @Nullable String account) {
    return pull(account, shop -> Onboarding.set(shop, "closed", closed));
  }

  @PostMapping("/ban")
  Map<String, Object> ban(
      @RequestParam(defaultValue = "true") boolean banned, @RequestParam @Nullable String account) {
    return pull(account, shop -> joining.become(shop, banned ? 3 : 2));
  }

  @PostMapping("/cancel")
  Map<String, Object> cancel(@RequestParam @Nullable String account) {
    return pull(account, joining::cancel);
  }

  @PostMapping("/wxpay")
  Map<String, Object> advance(@RequestParam @Nullable String account) {
    return pull(account, applyments::advance);
  }

  @PostMapping("/wxpay/reject")
  Map<String, Object> reject(
      @RequestParam(defaultValue = "id_card_copy") String field,
      @RequestParam(defaultValue = "身份证背面识别失败，请上传更清晰的身份证图片。") String reason,
      @RequestParam @Nullable String account) {
    return pull(account, shop -> applyments.reject(shop, field, reason));
  }

  @PostMapping("/retire")
  Map<String, Object> retire(
      @RequestParam(defaultValue = "true") boolean retired,
      @RequestParam @Nullable String account) {
    return pull(account, shop -> Onboarding.set(shop, "retired", retired));
  }

  private Shop chosen(@Nullable String account) {
    Shop shop = sandbox.chosen(account);
    onboarding.settle(shop);
    return shop;
  }

  private Map<String, Object> pull(@Nullable String account, Consumer<Shop> lever) {
    Shop shop = chosen(account);
    synchronized (shop) {
      lever.accept(shop);
    }
    return state(account);
  }
}
