package com.wechaterp.hub.product;

import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Duration;
import java.time.Instant;

/** What a product waits for that WeChat refused. */
final class ProductRefusals {

  private static final Duration SUBMISSIONS_COUNT_FOR = Duration.ofHours(1);

  /** What opens up in WeChat's admin console tells nobody. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private ProductRefusals() {}

  /** WeChat counts the submissions of each product by itself; the others go on. */
  static Hold tooOften(String key, Instant now) {
    Instant again = now.plus(SUBMISSIONS_COUNT_FOR);
    return new Hold(
        Problem.of("product-submitted-too-often", "key", key, "eta", again),
        Release.TIME,
        again,
        50);
  }

  /** What reading back did not explain. */
  static Hold unresolved(ProductLink known, WeChatException refusal, Instant now) {
    if (SpuOperation.NOT_OPEN.contains(refusal.errcode())) {
      return new Hold(refusal.problem(), Release.CONFIG_CHANGE, now.plus(LOOK_AGAIN), 50);
    }
    return SpuOperation.exists(refusal.errcode()) && !known.exists()
        ? Hold.of(Problem.of("product-id-taken", "key", known.outProductId()), Release.PERSON)
        : Hold.of(refusal.problem(), Release.ERP_CHANGE);
  }
}
