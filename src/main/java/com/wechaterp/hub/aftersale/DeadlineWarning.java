package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever an after-sale is held for, WeChat's deadline runs on: it is looked at again in time, and
 * log and timeline say once that somebody has to act soon.
 */
class DeadlineWarning {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWarning.class);
  private static final String NEAR = "aftersale-deadline-near";

  private final AfterSales seen;
  private final AfterSaleSettings settings;
  private final Timeline timeline;
  private final Language language;
  private final Clock clock;

  DeadlineWarning(
      AfterSales seen,
      AfterSaleSettings settings,
      Timeline timeline,
      Language language,
      Clock clock) {
    this.seen = seen;
    this.settings = settings;
    this.timeline = timeline;
    this.language = language;
    this.clock = clock;
  }

  /**
   * Returns a hold that ends in time to be looked at; warns if the deadline is near.
   *
   * @param watched what is held; null if WeChat does not drive it, and so sets no deadline
   */
  Hold inTime(@Nullable WatchedAfterSale watched, Hold hold) {
    Instant deadline = watched == null ? null : watched.deadline();
    if (watched == null || deadline == null || !watched.known().state().waitsForMerchant()) {
      return hold;
    }
    Instant now = clock.instant();
    if (settings.near(deadline, now)
        && !hold.reason().code().equals(AfterSalePlanner.ANSWERED)
        && seen.warn(watched.account(), watched.known().key())) {
      warn(watched, hold, now);
    }
    Instant look = settings.nextLook(deadline, now);
    Instant until = hold.until();
    return new Hold(
        hold.reason(),
        hold.release(),
        until == null || look.isBefore(until) ? look : until,
        hold.priority());
  }

  Instant now() {
    return clock.instant();
  }

  private void warn(WatchedAfterSale watched, Hold hold, Instant now) {
    AfterSale known = watched.known();
    String reason = hold.reason().sentence(language);
    String sentence =
        hold.reason().code().equals(NEAR)
            ? reason
            : new Situation(
                        watched.account(),
                        known,
                        null,
                        new Sent(List.of()),
                        watched.deadline(),
                        now)
                    .problem(NEAR)
                    .sentence(language)
                + " "
                + reason;
    LOG.warn(sentence);
    timeline.record(watched.account(), "aftersale", known.aftersaleId(), "deadline-near", sentence);
  }
}
