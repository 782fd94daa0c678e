package com.wechaterp.hub.shipment;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.courier.Couriers;
import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.flow.LookAgain;
import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.OrderReading;
import com.wechaterp.hub.order.OrderState;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;

/** The first and the last step of {@code shipments-push}: plan and finish. */
public class ShipmentFlow {

  /** The flow; its keys are the merchant's order ids. */
  static final String FLOW = "shipments";

  static final String SITUATION = "HubShipment";

  /** An ERP has years of orders that the hub has never seen; those are none of WeChat's. */
  private static final Duration PAST = Duration.ofDays(30);

  private final ShippingLanes lanes;
  private final OrderLinks links;
  private final AccountRows owned;
  private final WorkList work;
  private final OrderState orders;
  private final Couriers couriers;
  private final SentParcels sent;
  private final ShipmentNews news;
  private final ShipmentPlanner planner;
  private final Clock clock;

  ShipmentFlow(
      ShippingLanes lanes,
      OrderLinks links,
      AccountRows owned,
      WorkList work,
      OrderState orders,
      Couriers couriers,
      SentParcels sent,
      ShipmentNews news,
      ShipmentPlanner planner,
      Clock clock) {
    this.lanes = lanes;
    this.links = links;
    this.owned = owned;
    this.work = work;
    this.orders = orders;
    this.couriers = couriers;
    this.sent = sent;
    this.news = news;
    this.planner = planner;
    this.clock = clock;
  }

  /** Reads the order back from WeChat, tells the ERP what arrived, and plans the rest. */
  public void plan(Exchange exchange) {
    WorkKey key = new WorkKey(FLOW, account(exchange), key(exchange));
    if (owned.passOn(key, key.key(), work)) {
      PlannedCalls.begin(exchange, Plan.nothing());
      return;
    }
    Shipment given = (Shipment) exchange.getMessage().getBody();
    OrderLink link = links.of(account(exchange), key(exchange));
    if (given == null) {
      PlannedCalls.begin(exchange, withdrawn(account(exchange), key(exchange)));
      return;
    }
    if (!lanes.isComponents(account(exchange), link)) {
      lanes.passOn(account(exchange), key(exchange));
      PlannedCalls.begin(exchange, Plan.nothing());
      return;
    }
    if (isPast(given, link)) {
      PlannedCalls.begin(exchange, Plan.nothing());
      return;
    }
    Findings.holdIfAny("shipment", key(exchange), ShipmentRules.check(given));
    Shipment wanted = link.openid().isEmpty() ? given : given.to(link.openid());
    Situation it = situation(account(exchange), wanted);
    news.tell(account(exchange), it);
    exchange.setProperty(SITUATION, it);
    PlannedCalls.begin(exchange, planner.plan(it));
  }

  /** Compares a shipment without a step taken; parcels without an answer count as not sent. */
  ComparedShipment dryRun(String account, Shipment given, OrderReading reading) {
    String key = given.outOrderId();
    OrderLink link = links.of(account, key);
    if (isPast(given, link)) {
      return new ComparedShipment(account, key, given, null, Plan.nothing());
    }
    Findings.holdIfAny("shipment", key, ShipmentRules.check(given));
    Shipment wanted = link.openid().isEmpty() ? given : given.to(link.openid());
    if (wanted.openid().isEmpty()) {
      throw absent("shipment-no-buyer", wanted);
    }
    KnownOrder order =
        reading
            .byOutOrderId(account, key, wanted.openid())
            .orElseThrow(() -> absent("shipment-no-order", wanted));
    Situation it =
        new Situation(
            wanted,
            order,
            sent.of(account, key),
            couriers.of(account, wanted.couriers()),
            clock.instant());
    return new ComparedShipment(account, key, wanted, order, planner.plan(it));
  }

  private boolean isPast(Shipment given, OrderLink link) {
    Instant shipped = given.shipDoneTime();
    boolean old = shipped != null && shipped.isBefore(clock.instant().minus(PAST));
    boolean receivedElsewhere = given.received() && given.openid().isEmpty();
    return link.version() == 0 && (old || receivedElsewhere);
  }

  private Plan withdrawn(String account, String key) {
    List<SentParcel> parcels = sent.of(account, key);
    if (parcels.isEmpty()) {
      return Plan.nothing();
    }
    SentParcel first = parcels.get(0);
    String parcel = first.isWithoutWaybill() ? "-" : first.deliveryId() + "/" + first.waybillId();
    Problem problem = Problem.of("shipment-withdrawn", "key", key, "parcel", parcel);
    return Plan.hold(Hold.of(problem, Release.ERP_CHANGE));
  }

  private Situation situation(String account, Shipment wanted) {
    String key = wanted.outOrderId();
    if (wanted.openid().isEmpty()) {
      throw absent("shipment-no-buyer", wanted);
    }
    KnownOrder order =
        orders
            .look(FLOW, account, key, wanted.openid())
            .orElseThrow(() -> absent("shipment-no-order", wanted));
    Situation it =
        new Situation(
            wanted,
            order,
            sent.settled(account, key, order),
            couriers.of(account, wanted.couriers()),
            clock.instant());
    return adopted(account, it);
  }

  private HoldException absent(String code, Shipment wanted) {
    Instant until = LookAgain.at(wanted.shipDoneTime(), clock.instant());
    Problem problem = Problem.of(code, "key", wanted.outOrderId());
    return new HoldException(new Hold(problem, Release.ERP_CHANGE, until, 50));
  }

  /** A parcel that WeChat has and the hub never sent is remembered as the ERP has it now. */
  private Situation adopted(String account, Situation it) {
    String key = it.wanted().outOrderId();
    boolean adopted = false;
    for (Comparison.Pair pair : Comparison.of(it).arrived()) {
      KnownOrder.Parcel known = pair.known();
      if (it.remembered(known.deliveryId(), known.waybillId()).isEmpty()) {
        sent.note(
            account,
            key,
            known.deliveryId(),
            known.waybillId(),
            pair.wanted().parcel().goods(),
            SentParcel.State.SENT);
        adopted = true;
      }
    }
    return adopted ? it.with(sent.of(account, key)) : it;
  }

  /** Holds the key if the plan says so. */
  public void finish(Exchange exchange) {
    PlannedCalls.end(exchange);
  }
}
