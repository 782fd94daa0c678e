package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Leads an application for the scene merchant number through its states. */
class Applyments implements Tick {

  private static final String KIND = "wxpay";
  private static final String KEY = "application";

  private final Audits audits;
  private final Administrator administrator;

  Applyments(Audits audits, Administrator administrator) {
    this.audits = audits;
    this.administrator = administrator;
  }

  /** Gives an account that joined long ago its merchant number. */
  static void complete(Shop shop) {
    Map<String, Object> application = begin(shop, ApplymentRequest.example());
    application.put("state", ApplymentState.FINISH.name());
    application.put("sub_mchid", merchantNumber(shop));
    store(shop, application);
  }

  static void forget(Shop shop) {
    store(shop, Fields.of());
  }

  /** Returns whether the account has its merchant number. */
  static boolean isFinished(Shop shop) {
    return Fields.text(stored(shop), "state").equals(ApplymentState.FINISH.name());
  }

  /** Returns the application; empty if there is none. */
  static Map<String, Object> stored(Shop shop) {
    return Fields.object(shop.get(KIND, KEY));
  }

  static ApplymentState state(Map<String, Object> application) {
    return ApplymentState.valueOf(Fields.text(application, "state"));
  }

  private static void store(Shop shop, Map<String, Object> application) {
    shop.put(KIND, KEY, application);
  }

  /** Returns the scene merchant number an account gets, always the same. */
  static String merchantNumber(Shop shop) {
    return String.valueOf(1_900_000_000L + Math.floorMod(shop.appId().hashCode(), 99_999_999));
  }

  private static Map<String, Object> begin(Shop shop, Map<String, Object> request) {
    return Fields.of(
        "request",
        request,
        "out_request_no",
        "APPLYMENT_" + shop.nextId(),
        "applyment_id",
        shop.nextId(),
        "state",
        ApplymentState.CHECKING.name());
  }

  /** Takes an application, or one that corrects a rejected one. */
  void submit(Shop shop, Map<String, Object> request) {
    Map<String, Object> stored = stored(shop);
    if (!stored.isEmpty() && state(stored) != ApplymentState.REJECTED) {
      throw new SandboxError(9401020, "参数有误: 已有申请单，" + state(stored).text());
    }
    enter(shop, begin(shop, Fields.copy(request)), ApplymentState.CHECKING);
  }

  private void enter(Shop shop, Map<String, Object> application, ApplymentState state) {
    application.put("state", state.name());
    application.put(
        "due", state.waitsForPerson() ? administrator.dueFrom(shop) : audits.dueFrom(shop));
    if (state == ApplymentState.FINISH) {
      application.put("sub_mchid", merchantNumber(shop));
    }
    store(shop, application);
  }

  @Override
  public void pass(Shop shop) {
    Map<String, Object> application = stored(shop);
    if (!application.isEmpty()
        && state(application).goesOn()
        && Fields.number(application, "due") <= shop.clock().now().toEpochMilli()) {
      enter(shop, application, state(application).next());
    }
  }

  /**
   * Goes on to the next state at once: what is checked is found right, what is asked is done.
   *
   * @throws IllegalArgumentException if there is nothing to go on with
   */
  void advance(Shop shop) {
    enter(shop, pending(shop), state(pending(shop)).next());
  }

  /** Sends the application back with a field and the reason against it. */
  void reject(Shop shop, String field, String reason) {
    Map<String, Object> application = pending(shop);
    application.put(
        "audit_detail", List.of(Fields.of("param_name", field, "reject_reason", reason)));
    enter(shop, application, ApplymentState.REJECTED);
  }

  private static Map<String, Object> pending(Shop shop) {
    Map<String, Object> application = stored(shop);
    if (application.isEmpty() || !state(application).goesOn()) {
      throw new IllegalArgumentException("There is no application for a merchant number under way");
    }
    return application;
  }
}
