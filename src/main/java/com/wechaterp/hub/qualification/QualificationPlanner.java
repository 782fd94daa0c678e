package com.wechaterp.hub.qualification;

import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The merchant's rule book for qualifications: submit, wait, or say what to change. */
final class QualificationPlanner {

  /** Events may be lost, so an audit is looked at this often. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  /** How long an event may take to tell the ticket of a submission without an answer. */
  private static final Duration ANSWER_LOST = Duration.ofMinutes(30);

  private static final int FIRST = 80;

  private QualificationPlanner() {}

  /**
   * Returns what to do; the same plan for the same arguments.
   *
   * @param wanted what is declared, already checked; null if nothing is any more
   * @param fingerprint of what is declared
   * @param known what WeChat has
   */
  static Plan plan(
      @Nullable Qualification wanted, String fingerprint, QualificationLink known, Instant now) {
    if (wanted == null) {
      return Plan.nothing();
    }
    if (expired(wanted, now)) {
      return Plan.hold(hold("qualification-expired", known, Release.ERP_CHANGE, null));
    }
    if (wanted.kind() == QualificationKind.PRODUCT) {
      return Plan.nothing();
    }
    if (known.begunAt() != null) {
      return unanswered(wanted, known, known.begunAt(), now);
    }
    boolean changed = !fingerprint.equals(known.sent());
    return switch (known.status()) {
      case NOT_SUBMITTED -> submit(wanted, known, now, "not submitted yet");
      case IN_AUDIT -> Plan.hold(inAudit(known, now));
      case APPROVED -> changed ? submit(wanted, known, now, "changed") : Plan.nothing();
      case REJECTED ->
          changed
              ? submit(wanted, known, now, "changed after it was rejected")
              : Plan.hold(hold("qualification-rejected", known, Release.ERP_CHANGE, null));
      case UNKNOWN -> Plan.hold(hold("qualification-state", known, Release.PERSON, null));
    };
  }

  private static Plan submit(
      Qualification wanted, QualificationLink known, Instant now, String why) {
    return Plan.of(new Call(wanted.kind().operation(), wanted, why)).thenHold(inAudit(known, now));
  }

  /** Submitting twice would have people audit the same papers twice. */
  private static Plan unanswered(
      Qualification wanted, QualificationLink known, Instant begun, Instant now) {
    Instant until = begun.plus(ANSWER_LOST);
    return now.isBefore(until)
        ? Plan.hold(hold("qualification-unanswered", known, Release.TIME, until))
        : submit(wanted, known, now, "the submission before was never heard of again");
  }

  private static Hold inAudit(QualificationLink known, Instant now) {
    return hold("qualification-in-audit", known, Release.AUDIT, now.plus(LOOK_AGAIN));
  }

  private static Hold hold(
      String code, QualificationLink known, Release release, @Nullable Instant until) {
    Problem problem =
        Problem.of(
            code,
            "key",
            known.qualificationId(),
            "kind",
            known.kind(),
            "subject",
            known.subject(),
            "audit",
            known.auditId(),
            "status",
            known.statusCode(),
            "reason",
            known.reason(),
            "expires",
            String.valueOf(known.expiresOn()));
    return new Hold(problem, release, until, FIRST);
  }

  private static boolean expired(Qualification wanted, Instant now) {
    LocalDate last = wanted.expires();
    return last != null && last.isBefore(LocalDate.ofInstant(now, WeChatTime.CHINA));
  }
}
