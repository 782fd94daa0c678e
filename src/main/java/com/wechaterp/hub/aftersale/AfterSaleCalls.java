package com.wechaterp.hub.aftersale;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.aftersale.SentCall.Outcome;
import com.wechaterp.hub.flow.LookAgain;
import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the calls of a plan about an after-sale, each noted before it is sent: more, next,
 * answered.
 */
public class AfterSaleCalls {

  static final String OPERATION = "AfterSaleOperation";
  static final String REFUSAL = "AfterSaleRefusal";
  private static final String CALL = "HubAfterSaleCall";

  private final AfterSaleReading reading;
  private final SentCalls sent;
  private final Pictures pictures;
  private final WorkList work;
  private final Timeline timeline;
  private final TransactionTemplate transaction;

  AfterSaleCalls(
      AfterSaleReading reading,
      SentCalls sent,
      Pictures pictures,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    this.reading = reading;
    this.sent = sent;
    this.pictures = pictures;
    this.work = work;
    this.timeline = timeline;
    this.transaction = transaction;
  }

  /** Returns whether a call is left. */
  public boolean more(Exchange exchange) {
    return PlannedCalls.more(exchange);
  }

  /** Readies the next call: its pictures, a last look where money moves, and a note. */
  public void next(Exchange exchange) {
    Call call = PlannedCalls.next(exchange);
    Subject subject = (Subject) call.subject();
    AfterSaleCall ready = new AfterSaleCall(call.operation(), subject, pictures(exchange, subject));
    if (call.operation().equals(AfterSaleOperation.ACCEPT_REFUND)) {
      lookOnceMore(exchange, (Subject.Decided) subject);
    }
    sent.begin(
        workKey(exchange), call.operation(), subject.content(call.operation()), subject.known());
    exchange.setProperty(CALL, call);
    exchange.getMessage().setHeader(OPERATION, call.operation());
    exchange.getMessage().setBody(ready);
  }

  /** The call names no amount, so what the buyer asks for must still be what was decided about. */
  private void lookOnceMore(Exchange exchange, Subject.Decided decided) {
    String account = account(exchange);
    AfterSale planned = decided.known();
    AfterSale now = reading.byId(account, planned.aftersaleId()).orElse(planned);
    if (now.statusCode() != planned.statusCode() || now.orderamt() != planned.orderamt()) {
      work.mark(workKey(exchange), WorkPriority.EVENT, "changed while it was decided");
      throw new HoldException(
          Hold.of(
              Problem.of("aftersale-changed-meanwhile", "key", planned.aftersaleId()),
              Release.TIME));
    }
  }

  /** Takes in what WeChat made of the call: its answer, or the refusal the route has caught. */
  public void answered(Exchange exchange) {
    Call call = Objects.requireNonNull(exchange.getProperty(CALL, Call.class));
    if (exchange.removeProperty(REFUSAL) instanceof WeChatException refusal) {
      refused(exchange, call, refusal);
      return;
    }
    WorkKey key = workKey(exchange);
    transaction.executeWithoutResult(
        status -> {
          sent.settle(key, Outcome.DONE);
          timeline.record(
              key.account(), "aftersale", key.key(), "sent", call.operation() + ": " + call.why());
          // What it led to is read back, and the ERP told, by the same steps as every change.
          work.mark(key, WorkPriority.EVENT, "read back after " + call.operation());
        });
  }

  /** A call with unknown outcome keeps its note, which is settled by reading back. */
  private void refused(Exchange exchange, Call call, WeChatException refusal) {
    if (refusal.outcomeUnknown()) {
      throw refusal;
    }
    WorkKey key = workKey(exchange);
    sent.settle(key, Outcome.NOT_DONE);
    if (refusal.category() != ErrorCategory.PERMANENT) {
      throw refusal;
    }
    timeline.record(
        key.account(),
        "aftersale",
        key.key(),
        "refused",
        call.operation() + ": " + refusal.errcode());
    if (refusal.errcode() == AfterSaleOperation.WRONG_STATE
        && call.subject() instanceof Subject.Decided decided
        && moved(key.account(), decided.known())) {
      work.mark(key, WorkPriority.EVENT, "read back after " + refusal.errcode());
      PlannedCalls.drop(exchange);
      return;
    }
    if (refusal.errcode() == AfterSaleOperation.GOODS_REFUSED
        && call.subject() instanceof Subject.Requested requested) {
      throw new HoldException(goodsRefused(requested.wanted(), refusal), refusal);
    }
    throw new HoldException(Hold.of(refusal.problem(), Release.ERP_CHANGE), refusal);
  }

  /** Another one of the same goods may be running, whose end lets this one go on. */
  private static Hold goodsRefused(AfterSaleRequest wanted, WeChatException refusal) {
    Problem reason =
        Problem.of(
            RunningAfterSales.WAITS,
            "key",
            wanted.outAftersaleId(),
            "order",
            wanted.outOrderId(),
            "detail",
            refusal.problem().facts().getOrDefault("errmsg", "-"));
    Instant again = LookAgain.at(wanted.createTime(), Instant.now());
    return new Hold(reason, Release.ERP_CHANGE, again, WorkPriority.NORMAL);
  }

  private boolean moved(String account, AfterSale planned) {
    return reading
        .byId(account, planned.aftersaleId())
        .filter(now -> now.statusCode() != planned.statusCode())
        .isPresent();
  }

  private Map<String, String> pictures(Exchange exchange, Subject subject) {
    return pictures.links(account(exchange), "aftersale-image", key(exchange), subject.pictures());
  }

  private static WorkKey workKey(Exchange exchange) {
    return new WorkKey(
        Objects.requireNonNull(exchange.getMessage().getHeader(WorkHeaders.FLOW, String.class)),
        account(exchange),
        key(exchange));
  }
}
