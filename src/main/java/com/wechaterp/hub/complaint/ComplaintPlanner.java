package com.wechaterp.hub.complaint;

import com.wechaterp.hub.aftersale.AfterSaleSettings;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The merchant's rule book for a dispute: give evidence when WeChat asks for it, once. */
final class ComplaintPlanner {

  private final AfterSaleSettings settings;

  ComplaintPlanner(AfterSaleSettings settings) {
    this.settings = settings;
  }

  /**
   * Evidence that is ready to be sent.
   *
   * @param complaintOrderId the dispute
   */
  record Material(String complaintOrderId, Evidence evidence) {}

  /**
   * Returns what to do; the same plan for the same arguments, without a look at anything else.
   *
   * @param evidence what the merchant has to say; null if nothing yet
   * @param sent fingerprint of the evidence last sent, empty if none was
   */
  Plan plan(Complaint known, @Nullable Evidence evidence, String sent, Instant now) {
    if (known.state().ended()) {
      return Plan.nothing();
    }
    if (known.state() == ComplaintState.UNKNOWN) {
      return Plan.hold(Hold.of(problem("complaint-state-unknown", known), Release.PERSON));
    }
    if (evidence == null) {
      return known.state().asksMerchant()
          ? due("complaint-evidence-due", known, now)
          : Plan.nothing();
    }
    // What was given is not what WeChat waits for, or it asks a second time.
    if (sent.equals(evidence.fingerprint()) || known.shows(evidence)) {
      return known.state().asksMerchant()
          ? due("complaint-evidence-again", known, now)
          : Plan.nothing();
    }
    return known.state().asksMerchant()
        ? Plan.of(
            new Call(
                ComplaintOperation.UPLOAD_MATERIAL,
                new Material(known.complaintOrderId(), evidence),
                "evidence from the ERP at " + known.state().chinese()))
        : Plan.hold(
            new Hold(
                problem("complaint-evidence-early", known),
                Release.TIME,
                now.plus(settings.lookAgain()),
                50));
  }

  private Plan due(String code, Complaint known, Instant now) {
    Instant deadline = known.deadline();
    if (deadline == null) {
      return Plan.hold(Hold.of(problem(code, known), Release.ERP_CHANGE));
    }
    Instant near = deadline.minus(settings.warnBefore());
    if (now.isBefore(near)) {
      return until(code, known, near);
    }
    return now.isBefore(deadline)
        ? until("complaint-deadline-near", known, deadline)
        : until("complaint-deadline-passed", known, now.plus(settings.lookAgain()));
  }

  private static Plan until(String code, Complaint known, Instant until) {
    return Plan.hold(new Hold(problem(code, known), Release.ERP_CHANGE, until, 50));
  }

  private static Problem problem(String code, Complaint known) {
    Instant deadline = known.deadline();
    return Problem.of(
        code,
        "key",
        known.complaintOrderId(),
        "aftersale",
        known.aftersaleId(),
        "state",
        known.stateCode(),
        "stateEn",
        known.state().english(),
        "stateZh",
        known.state().chinese(),
        "deadline",
        deadline == null ? "-" : deadline.truncatedTo(ChronoUnit.SECONDS));
  }
}
