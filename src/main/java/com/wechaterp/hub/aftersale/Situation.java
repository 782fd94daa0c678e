package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where an after-sale stands that WeChat drives.
 *
 * @param account the WeChat account
 * @param known what WeChat has
 * @param decision what the merchant decided; null if the ERP says nothing
 * @param sent what was sent about it
 * @param deadline until when somebody must act; null if no limit is known
 * @param now the time
 */
record Situation(
    String account,
    AfterSale known,
    @Nullable AfterSaleDecision decision,
    Sent sent,
    @Nullable Instant deadline,
    Instant now) {

  /** Returns a problem with the facts people need of every after-sale, and some more. */
  Problem problem(String code, Object... more) {
    Object[] facts = {
      "key", known.aftersaleId(),
      "order", known.outOrderId(),
      "amount", Money.yuan(known.orderamt()),
      "status", known.statusCode(),
      "stateEn", known.state().english(),
      "stateZh", known.state().chinese(),
      "deadline", deadline == null ? "-" : deadline.truncatedTo(ChronoUnit.SECONDS)
    };
    Object[] all = new Object[facts.length + more.length];
    System.arraycopy(facts, 0, all, 0, facts.length);
    System.arraycopy(more, 0, all, facts.length, more.length);
    return Problem.of(code, all);
  }
}
