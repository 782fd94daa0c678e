package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Header;

/**
 * Leads an account through the onboarding: shows it, does what may be done, takes confirmations.
 */
public class Onboarding {

  /** The scene group the hub applies for: Channels and official accounts. */
  static final long CHANNELS = 1;

  private final OnboardingReading reading;
  private final TestTrades trades;
  private final WxPayForm form;
  private final Proofs proofs;
  private final WeChat wechat;
  private final Erp erp;
  private final Timeline timeline;
  private final OnboardingSettings settings;
  private final WorkList work;
  private final Set<String> accounts;

  Onboarding(
      OnboardingReading reading,
      TestTrades trades,
      WxPayForm form,
      Proofs proofs,
      WeChat wechat,
      Erp erp,
      Timeline timeline,
      OnboardingSettings settings,
      WorkList work,
      Set<String> accounts) {
    this.reading = reading;
    this.trades = trades;
    this.form = form;
    this.proofs = proofs;
    this.wechat = wechat;
    this.erp = erp;
    this.timeline = timeline;
    this.settings = settings;
    this.work = work;
    this.accounts = Set.copyOf(accounts);
  }

  /** Marks every account, so that no decision of WeChat depends on an event. */
  public void find() {
    accounts.forEach(
        account ->
            work.mark(new WorkKey("onboarding", account, account), WorkPriority.NORMAL, "daily"));
  }

  /** Keeps what proves how far an account has come, and tells what changed. */
  public void look(@Header(WorkHeaders.ACCOUNT) String account) {
    for (StepView view : steps(account)) {
      if (view.state() != StepState.NOT_YET && view.state() != StepState.DONE) {
        timeline.record(
            account,
            "onboarding",
            view.step().id(),
            "seen",
            view.state().english() + " / " + view.state().chinese());
      }
    }
  }

  /** Returns every step as it stands now, with its proofs. */
  public List<StepView> steps(String account) {
    OnboardingFacts facts = reading.facts(account);
    List<StepView> views = OnboardingPlanner.plan(facts);
    for (StepView view : views) {
      String flag = view.step().success();
      if (!flag.isEmpty() && facts.flags().contains(flag)) {
        proofs.record(account, view.step(), flag, "shop/register/check");
      }
      if (view.state() == StepState.DONE) {
        proofs.record(account, view.step(), "done", "seen at WeChat");
      }
    }
    return views.stream().map(view -> proven(account, view)).toList();
  }

  private StepView proven(String account, StepView view) {
    return new StepView(
        view.step(),
        view.state(),
        view.next(),
        view.irreversible(),
        proofs.of(account, view.step()));
  }

  /**
   * Does what comes next for a step.
   *
   * @throws ProblemException if it is not its turn, or waits for somebody else
   */
  public void run(String account, OnboardingStep step) {
    OnboardingFacts facts = reading.facts(account);
    StepView view = view(facts, step);
    if (view.state() != StepState.READY) {
      throw new ProblemException(view.next());
    }
    String done = act(account, step, facts);
    timeline.record(account, "onboarding", step.id(), "done", done);
  }

  /**
   * Takes a person's word that a manual step is done; testing and release are declared to WeChat.
   *
   * @throws ProblemException if it is not its turn, or nothing a person confirms
   */
  public void confirm(String account, OnboardingStep step) {
    StepView view = view(reading.facts(account), step);
    if (!step.manual() || view.state() != StepState.WAITING_YOU) {
      throw new ProblemException(
          step.manual() ? view.next() : Problem.of("onboarding-not-manual", "step", step.id()));
    }
    if (step.item() > 0) {
      finish(account, step);
    }
    proofs.record(account, step, OnboardingReading.CONFIRMED, "by a person");
    timeline.record(account, "onboarding", step.id(), "confirmed", "by a person");
  }

  private static StepView view(OnboardingFacts facts, OnboardingStep step) {
    return OnboardingPlanner.plan(facts).get(step.ordinal());
  }

  private String act(String account, OnboardingStep step, OnboardingFacts facts) {
    if (step.item() > 0 && facts.flags().contains(step.success())) {
      return finish(account, step);
    }
    Map<OnboardingStep, String> begun = facts.begun();
    return switch (step) {
      case APPLY -> call(account, step, OnboardingReading.APPLIED, Map.of());
      case SERVICE -> call(account, step, OnboardingReading.SERVED, service());
      case MERCHANT_NUMBER -> call(account, step, "shop/wxpay/apply", form.request(account));
      case PRODUCTS ->
          begun(account, step, "marked " + erp.markAll("products", "products", account));
      case ORDER -> begun(account, step, trades.order(account, 0));
      case EC_ORDER -> begun(account, step, trades.order(account, 1));
      case DELIVERY -> {
        String order = begun.getOrDefault(OnboardingStep.ORDER, "");
        trades.ship(account, order);
        yield begun(account, step, order);
      }
      case AFTERSALE -> {
        String order = begun.getOrDefault(OnboardingStep.ORDER, "");
        trades.afterSale(account, order);
        yield begun(account, step, order);
      }
      case EC_AFTERSALE -> {
        String order = begun.getOrDefault(OnboardingStep.EC_ORDER, "");
        trades.ecAfterSale(account, order);
        yield begun(account, step, order);
      }
      case SCENE ->
          call(account, step, "shop/register/apply_scene", Map.of("scene_group_id", CHANNELS));
      default -> throw new ProblemException(view(facts, step).next());
    };
  }

  private String begun(String account, OnboardingStep step, String order) {
    proofs.forget(account, step, OnboardingReading.BEGUN);
    proofs.record(account, step, OnboardingReading.BEGUN, order);
    return order;
  }

  private String finish(String account, OnboardingStep step) {
    return call(
        account,
        step,
        "shop/register/finish_access_info",
        Map.of("access_info_item", (long) step.item()));
  }

  private String call(
      String account, OnboardingStep step, String operation, Map<String, Object> request) {
    proofs.forget(account, step, operation);
    try {
      wechat.call(account, operation, request);
      proofs.record(account, step, operation, Proof.OK);
      return operation;
    } catch (WeChatException e) {
      proofs.record(account, step, operation, "errcode " + e.errcode());
      throw e;
    }
  }

  private Map<String, Object> service() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("service_agent_type", settings.serviceTypes().stream().map(Long::valueOf).toList());
    put(request, "service_agent_path", settings.servicePath());
    put(request, "service_agent_phone", settings.servicePhone());
    OnboardingSettings.ReturnAddress address = settings.returnAddress();
    if (!address.receiverName().isEmpty()) {
      request.put(
          "default_receiving_address",
          Map.of(
              "receiver_name", address.receiverName(),
              "province", address.province(),
              "city", address.city(),
              "town", address.town(),
              "detailed_address", address.detailedAddress(),
              "tel_number", address.telNumber()));
    }
    return request;
  }

  private static void put(Map<String, Object> request, String name, String value) {
    if (!value.isEmpty()) {
      request.put(name, value);
    }
  }
}
