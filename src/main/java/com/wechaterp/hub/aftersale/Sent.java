package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.SentCall.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls about one after-sale, oldest first.
 *
 * @param calls the calls
 */
record Sent(List<SentCall> calls) {

  /** WeChat's allowance of creations and changes of one ticket (WeChat docs, limits [限额]). */
  static final int SUBMISSIONS = 5;

  Sent {
    calls = List.copyOf(calls);
  }

  static Sent nothing() {
    return new Sent(List.of());
  }

  /** Returns the last call of an operation with some content that took effect. */
  Optional<SentCall> done(String operation, String content) {
    return lastDone(operation).filter(call -> call.content().equals(content));
  }

  /** Returns the last call of some operations that took effect. */
  Optional<SentCall> lastDone(Set<String> operations) {
    return calls.stream()
        .filter(call -> operations.contains(call.operation()))
        .filter(call -> call.outcome() == Outcome.DONE)
        .reduce((earlier, later) -> later);
  }

  /** Returns the last call of an operation that took effect. */
  Optional<SentCall> lastDone(String operation) {
    return lastDone(Set.of(operation));
  }

  /** Returns how many of the ticket's creations and changes are spent. */
  long submissions() {
    return calls.stream()
        .filter(call -> AfterSaleOperation.SUBMISSIONS.contains(call.operation()))
        .filter(call -> call.outcome() != Outcome.NOT_DONE)
        .count();
  }
}
