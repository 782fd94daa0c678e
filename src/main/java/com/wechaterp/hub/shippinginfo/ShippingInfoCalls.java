package com.wechaterp.hub.shippinginfo;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the calls of a plan for a payment: more, next, answered. */
public class ShippingInfoCalls {

  static final String OPERATION = "ShippingInfoOperation";
  static final String REFUSAL = "ShippingInfoRefusal";

  /** The payment was there when it was read back, so it is there soon again. */
  private static final Duration STORING = Duration.ofSeconds(10);

  private static final String CALL = "HubShippingInfoCall";

  private final PaymentMemory memory;
  private final WorkList work;
  private final Timeline timeline;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ShippingInfoCalls(
      PaymentMemory memory,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction,
      Clock clock) {
    this.memory = memory;
    this.work = work;
    this.timeline = timeline;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Returns whether a call is left. */
  public boolean more(Exchange exchange) {
    return PlannedCalls.more(exchange);
  }

  /** Readies the next call. A reminder is noted before, since a buyer is reminded only once. */
  public void next(Exchange exchange) {
    Call call = PlannedCalls.next(exchange);
    if (isReminder(call)) {
      noteReminder(exchange, call, true);
    }
    exchange.setProperty(CALL, call);
    exchange.getMessage().setHeader(OPERATION, call.operation());
    exchange.getMessage().setBody(call.subject());
  }

  /** Takes in what WeChat made of the call: its answer, or the refusal the route has caught. */
  public void answered(Exchange exchange) {
    Call call = Objects.requireNonNull(exchange.getProperty(CALL, Call.class));
    if (exchange.removeProperty(REFUSAL) instanceof WeChatException refusal) {
      refused(exchange, call, refusal);
    } else {
      done(exchange, call);
    }
  }

  private void done(Exchange exchange, Call call) {
    String account = account(exchange);
    String key = key(exchange);
    ShippingInfoRequest request = (ShippingInfoRequest) call.subject();
    transaction.executeWithoutResult(
        status -> {
          if (!isReminder(call)) {
            // What it led to is read back, and the ERP told, by the same steps as every change.
            work.mark(
                new WorkKey(ShippingInfoFlow.FLOW, account, key),
                WorkPriority.EVENT,
                "read back after " + call.operation());
          }
          timeline.record(account, "order", key, "shipment", request.summary() + ": " + call.why());
        });
  }

  private static boolean isReminder(Call call) {
    return call.operation().equals(ShippingInfoOperation.REMIND);
  }

  private void noteReminder(Exchange exchange, Call call, boolean reminded) {
    ShippingInfoRequest request = (ShippingInfoRequest) call.subject();
    memory.reminded(account(exchange), key(exchange), request.key(), reminded);
  }

  /** After an unknown outcome the next try reads back first; a reminder stays noted. */
  private void refused(Exchange exchange, Call call, WeChatException refusal) {
    if (refusal.errcode() == ShippingInfoOperation.REMINDED_ALREADY) {
      return;
    }
    if (isReminder(call) && !refusal.outcomeUnknown()) {
      noteReminder(exchange, call, false);
    }
    if (refusal.outcomeUnknown() || refusal.category() != ErrorCategory.PERMANENT) {
      throw refusal;
    }
    String account = account(exchange);
    String key = key(exchange);
    timeline.record(
        account, "order", key, "refused", refusal.operation() + ": " + refusal.errcode());
    if (refusal.errcode() == ShippingInfoOperation.NOTHING_NEW) {
      return;
    }
    Release release =
        refusal.errcode() == ShippingInfoOperation.NO_PAYMENT ? Release.TIME : Release.ERP_CHANGE;
    Instant again = release == Release.TIME ? clock.instant().plus(STORING) : null;
    throw new HoldException(new Hold(refusal.problem(), release, again, 50), refusal);
  }
}
