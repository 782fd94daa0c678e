package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once, in log and timeline, that somebody has to act soon; the hold says it to {@code
 * /status}.
 */
class DeadlineWarning {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWarning.class);

  private final AfterSales seen;
  private final Timeline timeline;
  private final Language language;

  DeadlineWarning(AfterSales seen, Timeline timeline, Language language) {
    this.seen = seen;
    this.timeline = timeline;
    this.language = language;
  }

  void giveIfNear(WatchedAfterSale watched, @Nullable Hold hold) {
    AfterSale known = watched.known();
    if (hold != null
        && hold.reason().code().equals("aftersale-deadline-near")
        && seen.warn(watched.account(), known.aftersaleId())) {
      String sentence = hold.reason().sentence(language);
      LOG.warn(sentence);
      timeline.record(
          watched.account(), "aftersale", known.aftersaleId(), "deadline-near", sentence);
    }
  }
}
