package com.wechaterp.hub.onboarding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What WeChat and the hub know about an account on its way.
 *
 * @param register the state of the agreement
 * @param flags the flags of {@code register/check} that are set
 * @param scene state of the scene as WeChat numbers it: 0 in audit, 1 approved, 2 failed, 3 none
 * @param sceneReason WeChat's word about the scene
 * @param weChatService whether customer service includes WeChat's own
 * @param address what became of the return address, which WeChat does not show
 * @param applyment the state of the application for the merchant number, empty if there is none
 * @param applymentSays what WeChat says about it: where to sign, what to remit, what was rejected
 * @param applymentForm whether the form for it is filled in
 * @param closedCategories categories of the ERP's products that are not open yet, with their names
 * @param products how many products the hub knows at WeChat
 * @param inAudit how many of them are in audit
 * @param onSale how many products the ERP has on sale
 * @param sent how many of those WeChat has
 * @param begun what was begun and is not finished: the test orders' ids by step
 * @param confirmed the manual steps a person confirmed
 * @param testOpenid whether a buyer for test orders is configured
 * @param today the day in China
 * @param liveDate when the merchant wants to go live; null if no day is set
 */
record OnboardingFacts(
    Register register,
    Set<String> flags,
    int scene,
    String sceneReason,
    boolean weChatService,
    Address address,
    String applyment,
    String applymentSays,
    boolean applymentForm,
    List<String> closedCategories,
    int products,
    int inAudit,
    int onSale,
    int sent,
    Map<OnboardingStep, String> begun,
    Set<OnboardingStep> confirmed,
    boolean testOpenid,
    LocalDate today,
    @Nullable LocalDate liveDate) {

  /** What became of the return address of the settings. */
  enum Address {
    /** The settings have none. */
    NONE,
    /** The hub has not sent it yet. */
    UNSENT,
    SENT
  }

  /** The state of the agreement. */
  enum Register {
    /** 1040003: never applied, or the agreement was not confirmed in time. */
    NONE,
    /** Applied for by the hub; the administrator has 24 hours. */
    APPLIED,
    JOINED,
    BANNED,
    /** 1400007: the component is switched off. */
    RETIRED
  }
}
