package com.wechaterp.hub.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do for one key: the calls in order, then a hold or nothing.
 *
 * @param calls the calls to make, in order; may be empty
 * @param hold why the key then waits; null if it is done after the calls
 */
public record Plan(List<Call> calls, @Nullable Hold hold) {

  private static final Plan NOTHING = new Plan(List.of(), null);

  public Plan {
    calls = List.copyOf(calls);
  }

  /** Returns the plan that does nothing because both sides agree. */
  public static Plan nothing() {
    return NOTHING;
  }

  /** Returns the plan that makes the given calls. */
  public static Plan of(Call... calls) {
    return new Plan(List.of(calls), null);
  }

  /** Returns the plan that only holds. */
  public static Plan hold(Hold hold) {
    return new Plan(List.of(), hold);
  }

  /** Returns this plan with a hold after its calls. */
  public Plan thenHold(Hold after) {
    return new Plan(calls, after);
  }
}
