package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when after-sales of an order may be opened, where the merchant sets it. */
final class OrderDeadline {

  private OrderDeadline() {}

  /** Returns a plan with the order's deadline set first, if it is not what was sent last. */
  static Plan before(
      Plan plan,
      @Nullable AfterSaleDecision decision,
      String outOrderId,
      String openid,
      Sent sent) {
    Instant wanted = decision == null ? null : decision.afterSaleDeadline();
    if (wanted == null) {
      return plan;
    }
    String operation = AfterSaleOperation.UPDATE_DEADLINE;
    Subject deadline = new Subject.Deadline(outOrderId, openid, wanted.getEpochSecond());
    String content = deadline.content(operation);
    if (sent.lastDone(operation).filter(call -> call.content().equals(content)).isPresent()) {
      return plan;
    }
    List<Call> calls = new ArrayList<>();
    calls.add(new Call(operation, deadline, "deadline of the order's after-sales"));
    calls.addAll(plan.calls());
    return new Plan(calls, plan.hold());
  }
}
