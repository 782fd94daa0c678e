package com.wechaterp.hub.shippinginfo;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.courier.Couriers;
import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;

/** The first and the last step of {@code shipping-infos-push}: plan and finish. */
public class ShippingInfoFlow {

  /** The flow; its keys are the ERP's order ids, or a transaction that an event names. */
  public static final String FLOW = "shipping-infos";

  private final OrderLinks links;
  private final Payments payments;
  private final PaymentMemory memory;
  private final PaymentNews news;
  private final StrayPayments strays;
  private final Couriers couriers;
  private final Clock clock;

  ShippingInfoFlow(
      OrderLinks links,
      Payments payments,
      PaymentMemory memory,
      PaymentNews news,
      StrayPayments strays,
      Couriers couriers,
      Clock clock) {
    this.links = links;
    this.payments = payments;
    this.memory = memory;
    this.news = news;
    this.strays = strays;
    this.couriers = couriers;
    this.clock = clock;
  }

  /** Reads the payment back from WeChat, tells the ERP where it stands, and plans the rest. */
  public void plan(Exchange exchange) {
    ShippingInfo given = (ShippingInfo) exchange.getMessage().getBody();
    if (given == null) {
      PlannedCalls.begin(exchange, strays.plan(account(exchange), key(exchange)));
      return;
    }
    OrderLink link = links.of(account(exchange), key(exchange));
    ShippingInfo wanted = given.with(link.transactionId(), link.openid());
    PlannedCalls.begin(exchange, plan(account(exchange), wanted));
  }

  private Plan plan(String account, ShippingInfo wanted) {
    for (ShippingInfo.Part part : wanted.parts()) {
      if (!part.key().isComplete()) {
        throw new HoldException(
            Hold.of(
                Problem.of("shipping-info-no-key", "key", wanted.outOrderId()),
                Release.ERP_CHANGE));
      }
    }
    Map<PaymentKey, KnownPayment> known = new LinkedHashMap<>();
    Set<PaymentKey> reminded = new HashSet<>();
    String key = wanted.outOrderId();
    for (ShippingInfo.Part part : wanted.parts()) {
      payments
          .find(account, part.key())
          .ifPresent(
              payment -> {
                known.put(part.key(), payment);
                memory.see(account, key, part.key(), payment);
                strays.found(account, payment);
                news.tell(account, key, part.key(), payment);
              });
      if (memory.isReminded(account, key, part.key())) {
        reminded.add(part.key());
      }
    }
    return ShippingInfoPlanner.plan(
        new Trade(
            withPayer(wanted, known),
            known,
            reminded,
            couriers.orAliases(account, wanted.couriers()),
            clock.instant()));
  }

  private static ShippingInfo withPayer(ShippingInfo wanted, Map<PaymentKey, KnownPayment> known) {
    return known.values().stream()
        .findFirst()
        .map(payment -> wanted.with("", payment.openid()))
        .orElse(wanted);
  }

  /** Holds the key if the plan says so. */
  public void finish(Exchange exchange) {
    PlannedCalls.end(exchange);
  }
}
