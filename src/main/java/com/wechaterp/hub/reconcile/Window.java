package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A span of time that is compared, both ends included, in whole seconds as WeChat counts. */
public record Window(Instant from, Instant to) {

  public Window {
    from = from.truncatedTo(ChronoUnit.SECONDS);
    to = to.truncatedTo(ChronoUnit.SECONDS);
    if (from.isAfter(to)) {
      throw new ProblemException(
          Problem.of("reconcile-window", "from", text(from), "to", text(to)));
    }
  }

  /** Returns both ends in China's time. */
  @Override
  public String toString() {
    return text(from) + " – " + text(to);
  }

  private static String text(Instant time) {
    return WeChatTime.text(time);
  }
}
