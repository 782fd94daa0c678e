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

  /**
   * Returns a plan that ends with the order's deadline, if it is not what was sent last. WeChat may
   * refuse it, before the receipt for one; that must not keep the buyer waiting.
   */
  static Plan after(
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
    List<Call> calls = new ArrayList<>(plan.calls());
    calls.add(new Call(operation, deadline, "deadline of the order's after-sales"));
    return new Plan(calls, plan.hold());
  }
}
