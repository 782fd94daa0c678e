package com.wechaterp.hub.flow;

import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.work.WorkHeaders;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The plan an exchange carries through its route: begun by the flow's {@code plan} step, worked off
 * call by call, and ended by its hold.
 */
public final class PlannedCalls {

  private static final String PLAN = "HubPlan";
  private static final String CALLS = "HubCalls";

  private PlannedCalls() {}

  /** Begins a plan; a route's loop then takes its calls. */
  public static void begin(Exchange exchange, Plan plan) {
    exchange.setProperty(PLAN, plan);
    exchange.setProperty(CALLS, new ArrayDeque<>(plan.calls()));
  }

  /** Returns whether a call is left. */
  public static boolean more(Exchange exchange) {
    return !calls(exchange).isEmpty();
  }

  /** Takes the next call. */
  public static Call next(Exchange exchange) {
    return calls(exchange).remove();
  }

  /** Drops what is left of the plan. */
  public static void drop(Exchange exchange) {
    begin(exchange, Plan.nothing());
  }

  /**
   * Ends the plan.
   *
   * @throws HoldException if the plan says that the key then waits
   */
  public static void end(Exchange exchange) {
    Plan plan = present(exchange.getProperty(PLAN, Plan.class));
    if (plan.hold() != null) {
      throw new HoldException(plan.hold());
    }
  }

  /** Returns the account of the key in work. */
  public static String account(Exchange exchange) {
    return present(exchange.getMessage().getHeader(WorkHeaders.ACCOUNT, String.class));
  }

  /** Returns the business id of the key in work. */
  public static String key(Exchange exchange) {
    return present(exchange.getMessage().getHeader(WorkHeaders.KEY, String.class));
  }

  @SuppressWarnings("unchecked")
  private static Deque<Call> calls(Exchange exchange) {
    return (Deque<Call>) present(exchange.getProperty(CALLS));
  }

  private static <T> T present(@Nullable T value) {
    return Objects.requireNonNull(value, "The steps of a pushing route must run in their order");
  }
}
