package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An after-sale the merchant wants, and what is known that bears on it.
 *
 * @param wanted what is wanted
 * @param known what WeChat has of it; null if nothing
 * @param decision what the merchant decided about it; null if the ERP says nothing
 * @param order its order, as WeChat has it
 * @param claims what the order's other after-sales ask for
 * @param sent what was sent about it
 * @param now the time
 */
record Wish(
    AfterSaleRequest wanted,
    @Nullable AfterSale known,
    @Nullable AfterSaleDecision decision,
    KnownOrder order,
    List<Claim> claims,
    Sent sent,
    Instant now) {

  /** Returns a problem with the facts people need of every request, and some more. */
  Problem problem(String code, Object... more) {
    Object[] facts = {
      "key",
      wanted.outAftersaleId(),
      "order",
      wanted.outOrderId(),
      "amount",
      Money.yuan(wanted.orderamt()),
      "status",
      known == null ? "-" : known.statusCode(),
      "stateEn",
      known == null ? "-" : known.stateEnglish(),
      "stateZh",
      known == null ? "-" : known.stateName()
    };
    Object[] all = new Object[facts.length + more.length];
    System.arraycopy(facts, 0, all, 0, facts.length);
    System.arraycopy(more, 0, all, facts.length, more.length);
    return Problem.of(code, all);
  }
}
