package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.onboarding.Onboarding;
import com.wechaterp.hub.onboarding.OnboardingStep;
import com.wechaterp.hub.onboarding.StepView;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The onboarding: every step as it stands, and doing or confirming one. */
@RestController
class OnboardController {

  private final Onboarding onboarding;
  private final String account;

  OnboardController(Onboarding onboarding, HubProperties hub) {
    this.onboarding = onboarding;
    this.account = hub.account();
  }

  @GetMapping("/api/v1/onboard")
  Map<String, Object> steps(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    String named = named(of);
    return Map.of(
        "account",
        named,
        "steps",
        onboarding.steps(named).stream().map(view -> fields(view, Language.of(language))).toList());
  }

  @PostMapping("/api/v1/onboard/{step}/run")
  Map<String, Object> run(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("step") String step,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    onboarding.run(named(of), require(step));
    return steps(of, language);
  }

  @PostMapping("/api/v1/onboard/{step}/confirm")
  Map<String, Object> confirm(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @PathVariable("step") String step,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String language) {
    onboarding.confirm(named(of), require(step));
    return steps(of, language);
  }

  private static OnboardingStep require(String id) {
    List<String> ids = Stream.of(OnboardingStep.values()).map(OnboardingStep::id).toList();
    return OnboardingStep.of(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        "api-unknown-step",
                        "step",
                        id,
                        "known",
                        String.join(", ", ids),
                        "nearest",
                        String.join(", ", Nearest.of(id, ids)))));
  }

  private String named(@Nullable String of) {
    return of == null ? account : of;
  }

  private static Map<String, Object> fields(StepView view, Language language) {
    boolean zh = language == Language.ZH;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("step", view.step().id());
    fields.put("title", zh ? view.step().chinese() : view.step().english());
    fields.put("state", view.state().name());
    fields.put("state_name", zh ? view.state().chinese() : view.state().english());
    fields.put("code", view.next().code());
    fields.put("next", view.next().sentence(language));
    fields.put("irreversible", view.irreversible());
    fields.put("proofs", view.proofs());
    return fields;
  }
}
