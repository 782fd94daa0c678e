package com.wechaterp.hub.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.onboarding.OnboardingFacts.Address;
import com.wechaterp.hub.onboarding.OnboardingFacts.Register;
import com.wechaterp.hub.problem.Language;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OnboardingPlannerTest {

  private Register register = Register.JOINED;
  private final Set<String> flags = new HashSet<>();
  private int scene = 3;
  private String applyment = "FINISH";
  private List<String> closed = List.of();
  private int products = 10;
  private int onSale = 10;
  private int inAudit;
  private boolean weChatService = true;
  private Address address = Address.NONE;
  private Map<OnboardingStep, String> begun = Map.of();
  private Set<OnboardingStep> confirmed = Set.of(OnboardingStep.BASE_LIBRARY);
  private boolean openid = true;
  private @Nullable LocalDate liveDate;

  private StepView view(OnboardingStep step) {
    OnboardingFacts facts =
        new OnboardingFacts(
            register,
            flags,
            scene,
            "资料不全",
            register == Register.JOINED && weChatService,
            address,
            applyment,
            "sign here",
            false,
            closed,
            products,
            inAudit,
            onSale,
            products,
            begun,
            confirmed,
            openid,
            LocalDate.of(2026, 11, 25),
            liveDate);
    return OnboardingPlanner.plan(facts).get(step.ordinal());
  }

  private void finished(OnboardingStep... steps) {
    for (OnboardingStep step : steps) {
      flags.add(step.success());
      flags.add(step.finished());
    }
  }

  @Test
  void beginsWithTheApplication() {
    register = Register.NONE;

    assertThat(view(OnboardingStep.APPLY).state()).isEqualTo(StepState.READY);
    assertThat(view(OnboardingStep.APPLY).irreversible()).isTrue();
    assertThat(view(OnboardingStep.PRODUCTS).state()).isEqualTo(StepState.NOT_YET);
    assertThat(view(OnboardingStep.SCENE).next().sentence(Language.EN)).contains("release");
  }

  @Test
  void waitsForTheAdministratorToConfirmTheAgreement() {
    register = Register.APPLIED;

    assertThat(view(OnboardingStep.APPLY).state()).isEqualTo(StepState.WAITING_YOU);
    assertThat(view(OnboardingStep.APPLY).next().sentence(Language.EN)).contains("24 hours");
  }

  @Test
  void explainsThatTheComponentIsRetiredWithTheWayOn() {
    register = Register.RETIRED;

    assertThat(view(OnboardingStep.SCENE).state()).isEqualTo(StepState.CLOSED);
    assertThat(view(OnboardingStep.SCENE).next().sentence(Language.ZH)).contains("微信小店");
  }

  @Test
  void declaresATaskFinishedOnlyOnceWeChatHasSeenIt() {
    assertThat(view(OnboardingStep.PRODUCTS).state()).isEqualTo(StepState.WAITING_WECHAT);

    flags.add("spu_audit_success");

    assertThat(view(OnboardingStep.PRODUCTS).next().code()).isEqualTo("onboarding-finish");
  }

  @Test
  void namesTheCategoriesThatNeedAQualification() {
    closed = List.of("7411 食品 / 零食 / 坚果炒货");

    assertThat(view(OnboardingStep.CATEGORIES).state()).isEqualTo(StepState.WAITING_YOU);
    assertThat(view(OnboardingStep.CATEGORIES).next().sentence(Language.EN)).contains("7411");
  }

  @Test
  void goesOnWithTheProductsOfOtherCategoriesWhereOneNeedsAQualification() {
    closed = List.of("7411 食品 / 零食 / 坚果炒货");
    flags.add("spu_audit_success");

    assertThat(view(OnboardingStep.PRODUCTS).state()).isEqualTo(StepState.READY);
  }

  @Test
  void waitsForTheBuyerToPayTheTestOrder() {
    finished(OnboardingStep.PRODUCTS);
    assertThat(view(OnboardingStep.EC_ORDER).state()).isEqualTo(StepState.READY);

    begun = Map.of(OnboardingStep.EC_ORDER, "HUBTEST1");

    assertThat(view(OnboardingStep.EC_ORDER).state()).isEqualTo(StepState.WAITING_YOU);
    assertThat(view(OnboardingStep.EC_ORDER).next().sentence(Language.EN)).contains("HUBTEST1");
  }

  @Test
  void asksForABuyerBeforeATestOrder() {
    finished(OnboardingStep.PRODUCTS);
    openid = false;

    assertThat(view(OnboardingStep.ORDER).next().sentence(Language.EN)).contains("test-openid");
  }

  @Test
  void asksForTheMerchantNumberBeforeAnOrderThroughIt() {
    finished(OnboardingStep.PRODUCTS);
    applyment = "NEED_SIGN";

    assertThat(view(OnboardingStep.MERCHANT_NUMBER).next().sentence(Language.EN))
        .contains("sign here");
    assertThat(view(OnboardingStep.EC_ORDER).next().sentence(Language.EN))
        .contains("merchant-number");
  }

  @Test
  void appliesForTheSceneOnlyAfterEverythingElse() {
    finished(
        OnboardingStep.PRODUCTS,
        OnboardingStep.ORDER,
        OnboardingStep.EC_ORDER,
        OnboardingStep.DELIVERY,
        OnboardingStep.AFTERSALE,
        OnboardingStep.EC_AFTERSALE,
        OnboardingStep.TEST);
    assertThat(view(OnboardingStep.SCENE).state()).isEqualTo(StepState.NOT_YET);

    finished(OnboardingStep.RELEASE);
    assertThat(view(OnboardingStep.SCENE).state()).isEqualTo(StepState.READY);

    scene = 0;
    assertThat(view(OnboardingStep.SCENE).state()).isEqualTo(StepState.WAITING_WECHAT);
    scene = 2;
    assertThat(view(OnboardingStep.SCENE).next().sentence(Language.ZH)).contains("资料不全");
    scene = 1;
    assertThat(view(OnboardingStep.SCENE).state()).isEqualTo(StepState.DONE);
  }

  @Test
  void warnsWhenAuditsMayNotBeDoneByTheLiveDate() {
    finished(OnboardingStep.PRODUCTS);
    inAudit = 5;
    liveDate = LocalDate.of(2026, 12, 24);
    assertThat(view(OnboardingStep.CATALOGUE).next().code()).isEqualTo("onboarding-catalogue");

    // Twelve days from a Wednesday, but only eight of them are worked.
    liveDate = LocalDate.of(2026, 12, 7);
    assertThat(view(OnboardingStep.CATALOGUE).next().code()).isEqualTo("onboarding-catalogue-late");
  }

  @Test
  void isNotDoneWithTheCatalogueBeforeAllTheErpSellsIsThere() {
    finished(OnboardingStep.PRODUCTS);
    onSale = 12;
    assertThat(view(OnboardingStep.CATALOGUE).state()).isEqualTo(StepState.WAITING_YOU);
    assertThat(view(OnboardingStep.CATALOGUE).next().sentence(Language.EN))
        .contains("10 of the 12");

    onSale = 10;
    assertThat(view(OnboardingStep.CATALOGUE).state()).isEqualTo(StepState.DONE);
  }

  @Test
  void saysThatAReturnAddressIsMissingOrUnsent() {
    assertThat(view(OnboardingStep.SERVICE).state()).isEqualTo(StepState.DONE);
    weChatService = false;
    assertThat(view(OnboardingStep.SERVICE).next().sentence(Language.EN))
        .contains("return-address is not set");

    weChatService = true;
    address = Address.UNSENT;
    assertThat(view(OnboardingStep.SERVICE).state()).isEqualTo(StepState.READY);
    assertThat(view(OnboardingStep.SERVICE).next().code()).isEqualTo("onboarding-service-address");
    address = Address.SENT;
    assertThat(view(OnboardingStep.SERVICE).state()).isEqualTo(StepState.DONE);
  }

  @Test
  void hasASentenceForEveryStep() {
    for (OnboardingStep step : OnboardingStep.values()) {
      assertThat(view(step).next().sentence(Language.EN)).doesNotContain("?", "onboarding-");
    }
  }
}
