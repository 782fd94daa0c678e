package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once, in log and timeline, that WeChat's deadline is near and nothing was answered, whatever
 * keeps the answer from being given.
 */
class DeadlineWarning {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWarning.class);

  private final AfterSales seen;
  private final WorkList work;
  private final Timeline timeline;
  private final AfterSaleSettings settings;
  private final Language language;

  DeadlineWarning(
      AfterSales seen,
      WorkList work,
      Timeline timeline,
      AfterSaleSettings settings,
      Language language) {
    this.seen = seen;
    this.work = work;
    this.timeline = timeline;
    this.settings = settings;
    this.language = language;
  }

  /** Warns of every after-sale whose deadline is near and that is not just being answered. */
  void give(Instant now) {
    for (SeenAfterSale each : seen.unwarned(now, now.plus(settings.warnBefore()))) {
      work.find(new WorkKey(AfterSaleFlow.FLOW, each.account(), each.key()))
          .filter(left -> stands(left, now))
          .ifPresent(left -> warn(each, left));
    }
  }

  /** What was answered only has to be shown by WeChat; what was just marked is worked on. */
  private boolean stands(WorkState left, Instant now) {
    Problem reason = left.reason();
    return left.state().equals("waiting")
        ? left.since().plus(settings.lookAgain()).isBefore(now)
        : reason == null || !reason.code().equals("aftersale-settling");
  }

  private void warn(SeenAfterSale due, WorkState left) {
    if (seen.warn(due.account(), due.key())) {
      String sentence = problem(due, left).sentence(language);
      LOG.warn(sentence);
      timeline.record(due.account(), "aftersale", due.key(), "deadline-near", sentence);
    }
  }

  private Problem problem(SeenAfterSale due, WorkState left) {
    Problem reason = left.reason();
    if (reason != null && reason.code().equals("aftersale-deadline-near")) {
      return reason;
    }
    return Problem.of(
        "aftersale-deadline-held",
        "key",
        due.key(),
        "order",
        due.outOrderId(),
        "amount",
        Money.yuan(due.orderamt()),
        "status",
        due.status(),
        "stateEn",
        due.stateEnglish(),
        "stateZh",
        due.stateName(),
        "deadline",
        Objects.requireNonNull(due.deadline()).truncatedTo(ChronoUnit.SECONDS),
        "state",
        left.state(),
        "since",
        left.since().truncatedTo(ChronoUnit.SECONDS),
        "reason",
        reason == null ? left.why() : reason.sentence(language));
  }
}
