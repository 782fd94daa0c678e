package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.category.CategoryTree;
import com.wechaterp.hub.category.Requirement;
import com.wechaterp.hub.onboarding.OnboardingFacts.Address;
import com.wechaterp.hub.onboarding.OnboardingFacts.Register;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks WeChat and the hub how far an account has come. */
class OnboardingReading {

  static final String APPLIED = "shop/register/apply";
  static final String SERVED = "shop/account/update_info";
  static final String CONFIRMED = "confirmed";
  static final String BEGUN = "test";

  /** How long the administrator has to confirm the agreement. */
  private static final Duration AGREEMENT = Duration.ofHours(24);

  private static final int NEVER_APPLIED = 1040003;
  private static final int RETIRED = 1400007;
  private static final int BANNED = 3;
  private static final int NO_SCENE = 3;

  private final WeChat wechat;
  private final Categories categories;
  private final CatalogueCounts catalogue;
  private final Proofs proofs;
  private final WxPayForm form;
  private final OnboardingSettings settings;
  private final Clock clock;

  OnboardingReading(
      WeChat wechat,
      Categories categories,
      CatalogueCounts catalogue,
      Proofs proofs,
      WxPayForm form,
      OnboardingSettings settings,
      Clock clock) {
    this.wechat = wechat;
    this.categories = categories;
    this.catalogue = catalogue;
    this.proofs = proofs;
    this.form = form;
    this.settings = settings;
    this.clock = clock;
  }

  OnboardingFacts facts(String account) {
    Answer check = new Answer(Map.of());
    Register register;
    try {
      check = new Answer(wechat.call(account, "shop/register/check", Map.of())).object("data");
      register = check.number("status") == BANNED ? Register.BANNED : Register.JOINED;
    } catch (WeChatException e) {
      register = refused(account, e);
    }
    boolean joined = register == Register.JOINED;
    Answer scene =
        check.objects("scene_group_list").stream()
            .filter(group -> group.number("group_id") == Onboarding.CHANNELS)
            .findFirst()
            .orElse(new Answer(Map.of()));
    Answer pay = joined ? applyment(account) : new Answer(Map.of());
    CatalogueCounts.Counts counts = catalogue.of(account);
    CatalogueCounts.Offer offer =
        joined ? catalogue.offer(account) : new CatalogueCounts.Offer(Set.of(), 0, 0);
    Set<String> flags = flags(check.object("access_info"));
    return new OnboardingFacts(
        register,
        flags,
        (int) scene.number("status", NO_SCENE),
        scene.text("reason"),
        joined && weChatService(account),
        address(account),
        pay.text("applyment_state"),
        says(pay),
        form.isThere(),
        joined ? closed(account, offer.categories()) : List.of(),
        counts.products(),
        counts.inAudit(),
        offer.onSale(),
        offer.sent(),
        begun(account, flags),
        confirmed(account),
        !settings.testOpenid().isEmpty(),
        LocalDate.ofInstant(clock.instant(), WeChatTime.CHINA),
        settings.liveDate());
  }

  private Register refused(String account, WeChatException e) {
    return switch (e.errcode()) {
      case RETIRED -> Register.RETIRED;
      case NEVER_APPLIED ->
          proofs
                  .find(account, OnboardingStep.APPLY, APPLIED)
                  .filter(proof -> proof.result().equals(Proof.OK) && younger(proof, AGREEMENT))
                  .isPresent()
              ? Register.APPLIED
              : Register.NONE;
      default -> throw e;
    };
  }

  private static Set<String> flags(Answer info) {
    return info.fields().keySet().stream()
        .map(String::valueOf)
        .filter(info::flag)
        .collect(Collectors.toSet());
  }

  private boolean weChatService(String account) {
    Answer data =
        new Answer(wechat.call(account, "shop/account/get_info", Map.of())).object("data");
    return data.texts("service_agent_type").contains("0");
  }

  private Address address(String account) {
    if (settings.returnAddress().receiverName().isEmpty()) {
      return Address.NONE;
    }
    return proofs
        .find(account, OnboardingStep.SERVICE, SERVED)
        .filter(proof -> proof.result().equals(Proof.OK))
        .map(sent -> Address.SENT)
        .orElse(Address.UNSENT);
  }

  /** An account that never applied for a merchant number has nothing to show. */
  private Answer applyment(String account) {
    try {
      return new Answer(wechat.call(account, "shop/wxpay/get", Map.of())).object("pay_resp");
    } catch (WeChatException e) {
      if (e.category() == ErrorCategory.PERMANENT) {
        return new Answer(Map.of());
      }
      throw e;
    }
  }

  private static String says(Answer pay) {
    Answer remit = pay.object("account_validation");
    String rejected =
        pay.objects("audit_detail").stream()
            .map(each -> each.text("param_name") + ": " + each.text("reject_reason"))
            .collect(Collectors.joining("; "));
    return List.of(
            pay.text("applyment_state_desc"),
            pay.text("sign_url"),
            pay.text("legal_validation_url"),
            remit.has("pay_amount")
                ? remit.text("pay_amount") + " fen, " + remit.text("deadline")
                : "",
            rejected)
        .stream()
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Returns the ERP's categories that need a qualification and are not open. */
  private List<String> closed(String account, Set<String> sold) {
    CategoryTree tree = categories.tree(account);
    Set<String> opened = categories.opened(account);
    return new TreeSet<>(sold)
        .stream()
            .filter(id -> !opened.contains(id))
            .flatMap(id -> tree.category(id).stream())
            .filter(category -> category.qualification() == Requirement.MANDATORY)
            .map(category -> category.level3() + " " + category.name())
            .toList();
  }

  private boolean younger(Proof proof, Duration age) {
    return proof.at().plus(age).isAfter(clock.instant());
  }

  /** A test order that nobody paid in time is forgotten, so that another can be placed. */
  private Map<OnboardingStep, String> begun(String account, Set<String> flags) {
    Map<OnboardingStep, String> begun = new EnumMap<>(OnboardingStep.class);
    for (OnboardingStep step : OnboardingStep.values()) {
      boolean payable = step == OnboardingStep.EC_ORDER && !flags.contains(step.success());
      proofs
          .find(account, step, BEGUN)
          .filter(proof -> !payable || younger(proof, TestTrades.PAYABLE))
          .ifPresent(proof -> begun.put(step, proof.result()));
    }
    return begun;
  }

  private Set<OnboardingStep> confirmed(String account) {
    Set<OnboardingStep> confirmed = EnumSet.noneOf(OnboardingStep.class);
    for (OnboardingStep step : OnboardingStep.values()) {
      if (proofs.find(account, step, CONFIRMED).isPresent()) {
        confirmed.add(step);
      }
    }
    return confirmed;
  }
}
