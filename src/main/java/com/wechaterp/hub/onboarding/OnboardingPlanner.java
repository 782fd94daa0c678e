package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.onboarding.OnboardingFacts.Address;
import com.wechaterp.hub.onboarding.OnboardingFacts.Register;
import com.wechaterp.hub.problem.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says of every step where it stands and what comes next; nothing else. */
final class OnboardingPlanner {

  /** An audit of a product takes up to this many working days; a nearer live date is at risk. */
  private static final long AUDIT_DAYS = 10;

  private static final int SCENE_APPROVED = 1;
  private static final int SCENE_IN_AUDIT = 0;
  private static final int SCENE_FAILED = 2;

  private final OnboardingFacts facts;
  private final Map<OnboardingStep, StepView> views = new EnumMap<>(OnboardingStep.class);

  private OnboardingPlanner(OnboardingFacts facts) {
    this.facts = facts;
  }

  /** Returns all steps in their order, without proofs. */
  static List<StepView> plan(OnboardingFacts facts) {
    OnboardingPlanner planner = new OnboardingPlanner(facts);
    for (OnboardingStep step : OnboardingStep.values()) {
      planner.views.put(step, planner.view(step));
    }
    return List.copyOf(planner.views.values());
  }

  private StepView view(OnboardingStep step) {
    if (facts.register() == Register.RETIRED) {
      return view(step, StepState.CLOSED, "onboarding-retired");
    }
    if (facts.register() == Register.BANNED) {
      return view(step, StepState.CLOSED, "onboarding-banned");
    }
    if (isDone(step)) {
      return view(step, StepState.DONE, "onboarding-done");
    }
    String missing =
        step.needs().stream()
            .filter(need -> !isDone(need))
            .map(OnboardingStep::id)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      return view(step, StepState.NOT_YET, "onboarding-not-yet", "needs", missing);
    }
    return open(step);
  }

  private boolean isDone(OnboardingStep step) {
    if (step.item() > 0) {
      return facts.flags().contains(step.finished());
    }
    return switch (step) {
      case APPLY -> facts.register() == Register.JOINED;
      case SERVICE ->
          facts.register() == Register.JOINED
              && facts.weChatService()
              && facts.address() != Address.UNSENT;
      case MERCHANT_NUMBER -> facts.applyment().equals("FINISH");
      case CATEGORIES -> facts.register() == Register.JOINED && facts.closedCategories().isEmpty();
      case BASE_LIBRARY -> facts.confirmed().contains(step);
      case SCENE -> facts.scene() == SCENE_APPROVED;
      case CATALOGUE ->
          facts.products() > 0 && facts.inAudit() == 0 && facts.sent() == facts.onSale();
      default -> false;
    };
  }

  private StepView open(OnboardingStep step) {
    if (step.manual()) {
      return view(step, StepState.WAITING_YOU, "onboarding-" + step.id());
    }
    return switch (step) {
      case APPLY -> apply();
      case SERVICE -> service();
      case MERCHANT_NUMBER -> merchantNumber();
      case CATEGORIES ->
          view(
              step,
              StepState.WAITING_YOU,
              "onboarding-categories",
              "categories",
              String.join("; ", facts.closedCategories()));
      case SCENE -> scene();
      case CATALOGUE -> catalogue();
      default -> task(step);
    };
  }

  private StepView apply() {
    return facts.register() == Register.APPLIED
        ? view(OnboardingStep.APPLY, StepState.WAITING_YOU, "onboarding-agreement")
        : irreversible(OnboardingStep.APPLY, "onboarding-apply");
  }

  private StepView service() {
    String code =
        switch (facts.address()) {
          case NONE -> "onboarding-service-only";
          case UNSENT, SENT ->
              facts.weChatService() ? "onboarding-service-address" : "onboarding-service";
        };
    return view(OnboardingStep.SERVICE, StepState.READY, code);
  }

  private StepView merchantNumber() {
    OnboardingStep step = OnboardingStep.MERCHANT_NUMBER;
    String says = facts.applymentSays();
    return switch (facts.applyment()) {
      case "", "REJECTED", "CANCELED" ->
          facts.applymentForm()
              ? irreversible(step, "onboarding-merchant-apply", "says", says)
              : view(step, StepState.WAITING_YOU, "onboarding-merchant-form", "says", says);
      case "ACCOUNT_NEED_VERIFY" ->
          view(step, StepState.WAITING_YOU, "onboarding-merchant-verify", "says", says);
      case "NEED_SIGN" ->
          view(step, StepState.WAITING_YOU, "onboarding-merchant-sign", "says", says);
      default ->
          view(
              step,
              StepState.WAITING_WECHAT,
              "onboarding-merchant-audit",
              "status",
              facts.applyment());
    };
  }

  private StepView task(OnboardingStep step) {
    if (facts.flags().contains(step.success())) {
      return irreversible(step, "onboarding-finish");
    }
    boolean order = step == OnboardingStep.ORDER || step == OnboardingStep.EC_ORDER;
    if (order && !facts.testOpenid()) {
      return view(step, StepState.WAITING_YOU, "onboarding-openid");
    }
    String begun = facts.begun().getOrDefault(step, "");
    if (step == OnboardingStep.EC_ORDER && !begun.isEmpty()) {
      return view(step, StepState.WAITING_YOU, "onboarding-pay", "order", begun);
    }
    if (step == OnboardingStep.PRODUCTS) {
      return facts.products() == 0 && begun.isEmpty()
          ? view(step, StepState.READY, "onboarding-products")
          : view(
              step,
              StepState.WAITING_WECHAT,
              "onboarding-products-audit",
              "audit",
              facts.inAudit());
    }
    return begun.isEmpty()
        ? irreversible(step, "onboarding-" + step.id())
        : view(step, StepState.WAITING_WECHAT, "onboarding-seen", "order", begun);
  }

  private StepView scene() {
    return switch (facts.scene()) {
      case SCENE_IN_AUDIT ->
          view(OnboardingStep.SCENE, StepState.WAITING_WECHAT, "onboarding-scene-audit");
      case SCENE_FAILED ->
          irreversible(
              OnboardingStep.SCENE, "onboarding-scene-failed", "reason", facts.sceneReason());
      default -> irreversible(OnboardingStep.SCENE, "onboarding-scene");
    };
  }

  private StepView catalogue() {
    boolean late = facts.liveDate() != null && workingDays(facts.liveDate()) < AUDIT_DAYS;
    boolean audited = facts.inAudit() == 0;
    return view(
        OnboardingStep.CATALOGUE,
        audited ? StepState.WAITING_YOU : StepState.WAITING_WECHAT,
        late ? "onboarding-catalogue-late" : "onboarding-catalogue",
        "sent",
        facts.sent(),
        "onSale",
        facts.onSale(),
        "audit",
        facts.inAudit(),
        "date",
        facts.liveDate() == null ? "-" : facts.liveDate());
  }

  /** Public holidays are not known here. */
  private long workingDays(LocalDate until) {
    return until.isAfter(facts.today())
        ? facts
            .today()
            .datesUntil(until)
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
            .count()
        : 0;
  }

  private static StepView view(OnboardingStep step, StepState state, String code, Object... more) {
    return view(step, state, false, code, more);
  }

  private static StepView irreversible(OnboardingStep step, String code, Object... more) {
    return view(step, StepState.READY, true, code, more);
  }

  private static StepView view(
      OnboardingStep step, StepState state, boolean irreversible, String code, Object... more) {
    Object[] all = new Object[more.length + 6];
    System.arraycopy(
        new Object[] {"stepEn", step.english(), "stepZh", step.chinese(), "step", step.id()},
        0,
        all,
        0,
        6);
    System.arraycopy(more, 0, all, 6, more.length);
    return new StepView(step, state, Problem.of(code, all), irreversible, List.of());
  }
}
