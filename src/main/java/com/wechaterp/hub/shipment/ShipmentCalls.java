package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.order.OrderState;
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
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the calls of a plan for a shipment, each noted before it is sent: more, next, answered. */
public class ShipmentCalls {

  static final String OPERATION = "ShipmentOperation";
  static final String REFUSAL = "ShipmentRefusal";
  private static final String CALL = "HubShipmentCall";

  private final SentParcels sent;
  private final OrderState orders;
  private final WorkList work;
  private final Timeline timeline;
  private final TransactionTemplate transaction;

  ShipmentCalls(
      SentParcels sent,
      OrderState orders,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    this.sent = sent;
    this.orders = orders;
    this.work = work;
    this.timeline = timeline;
    this.transaction = transaction;
  }

  /** Returns whether a call is left. */
  public boolean more(Exchange exchange) {
    return PlannedCalls.more(exchange);
  }

  /** Readies the next call and notes the parcels it sends, with what is in them. */
  public void next(Exchange exchange) {
    Call call = PlannedCalls.next(exchange);
    ShipmentRequest request = (ShipmentRequest) call.subject();
    if (request.operation().equals(ShipmentOperation.SEND)) {
      transaction.executeWithoutResult(status -> begin(account(exchange), request));
    }
    exchange.setProperty(CALL, call);
    exchange.getMessage().setHeader(OPERATION, call.operation());
    exchange.getMessage().setBody(request);
  }

  private void begin(String account, ShipmentRequest request) {
    List<ReadyParcel> parcels =
        request.parcels().isEmpty()
            ? List.of(new ReadyParcel("", "", List.of()))
            : request.parcels();
    for (ReadyParcel parcel : parcels) {
      sent.note(
          account,
          request.outOrderId(),
          parcel.deliveryId(),
          parcel.waybillId(),
          parcel.goods(),
          SentParcel.State.BEGUN);
    }
  }

  /** Takes in what WeChat made of the call: its answer, or the refusal the route has caught. */
  public void answered(Exchange exchange) {
    Call call = Objects.requireNonNull(exchange.getProperty(CALL, Call.class));
    if (exchange.removeProperty(REFUSAL) instanceof WeChatException refusal) {
      refused(exchange, refusal);
      return;
    }
    String account = account(exchange);
    String key = key(exchange);
    String text = ((ShipmentRequest) call.subject()).summary() + ": " + call.why();
    transaction.executeWithoutResult(
        status -> {
          sent.allSent(account, key);
          timeline.record(account, "order", key, "shipment", text);
          // What it led to is read back, and the ERP told, by the same steps as every change.
          lookAgain(account, key, "read back after " + call.operation());
        });
  }

  private void lookAgain(String account, String key, String why) {
    work.mark(new WorkKey(ShipmentFlow.FLOW, account, key), WorkPriority.EVENT, why);
  }

  /** After an unknown outcome the notes stay, and the next try reads back first. */
  private void refused(Exchange exchange, WeChatException refusal) {
    if (refusal.outcomeUnknown()) {
      throw refusal;
    }
    String account = account(exchange);
    String key = key(exchange);
    sent.noneSent(account, key);
    if (refusal.category() != ErrorCategory.PERMANENT) {
      throw refusal;
    }
    timeline.record(
        account, "order", key, "refused", refusal.operation() + ": " + refusal.errcode());
    if (!movedOn(exchange)) {
      throw new HoldException(Hold.of(refusal.problem(), Release.ERP_CHANGE), refusal);
    }
    PlannedCalls.drop(exchange);
    lookAgain(account, key, "moved on at WeChat before " + refusal.operation());
  }

  /** The buyer may confirm or get the money back while the hub plans: then it plans anew. */
  private boolean movedOn(Exchange exchange) {
    Situation before =
        Objects.requireNonNull(exchange.getProperty(ShipmentFlow.SITUATION, Situation.class));
    return orders
        .look(ShipmentFlow.FLOW, account(exchange), key(exchange), before.wanted().openid())
        .filter(now -> now.statusCode() != before.order().statusCode())
        .isPresent();
  }
}
