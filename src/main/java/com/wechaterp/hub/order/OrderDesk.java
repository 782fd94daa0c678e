package com.wechaterp.hub.order;

import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatClock;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkBrake;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import com.wechaterp.hub.work.WorkState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Places orders for the mini-program's backend while a buyer waits.
 *
 * <p>A request is durable before WeChat is called. Whoever asks again gets the same answer. What
 * takes too long, or fails for now, goes on by the flow {@code orders} like an order of the ERP.
 */
public class OrderDesk implements AutoCloseable {

  private static final String TOKEN = "cgi-bin/stable_token";

  private final OrderSettings settings;
  private final OrderLinks links;
  private final OrderState state;
  private final OrderRequests requests;
  private final OrderCashier cashier;
  private final WorkList work;
  private final TransactionTemplate transaction;
  private final WorkBrake brake;
  private final WeChatClock clock;
  private final Flights<OrderAnswer> flights = new Flights<>("order-desk");

  OrderDesk(
      OrderSettings settings,
      OrderLinks links,
      OrderState state,
      OrderRequests requests,
      OrderCashier cashier,
      WorkList work,
      TransactionTemplate transaction,
      WorkBrake brake,
      WeChatClock clock) {
    this.settings = settings;
    this.links = links;
    this.state = state;
    this.requests = requests;
    this.cashier = cashier;
    this.work = work;
    this.transaction = transaction;
    this.brake = brake;
    this.clock = clock;
  }

  /**
   * Creates an order and returns what its cashier needs.
   *
   * @param body the order, by the names of the port {@code orders}
   * @throws OrderRefused if it cannot be placed
   */
  public OrderAnswer place(String account, Map<String, ?> body) {
    OrderDocument document = OrderDocument.of(body);
    Order order = document.order();
    refuseIfAny(OrderRefused.Kind.MALFORMED, order, document.problems());
    OrderLink link = links.of(account, order.outOrderId());
    OrderLink begun = begin(link, order, body);
    return fly(
        account,
        order.outOrderId(),
        begun == null
            ? () -> again(account, order.outOrderId(), order)
            : () -> cashier.create(begun, order, settings.expiry()));
  }

  /**
   * Returns where an order stands, with what its cashier needs if it was asked for before.
   *
   * @throws OrderRefused if nobody knows the order, or WeChat refused it
   */
  public OrderAnswer ask(String account, String outOrderId) {
    OrderRequests.Asked asked = requests.find(account, outOrderId).orElse(null);
    if (asked != null && asked.refusal() != null) {
      throw new OrderRefused(OrderRefused.Kind.RULES, asked.refusal());
    }
    boolean exists = links.of(account, outOrderId).exists();
    if (asked == null && !exists) {
      throw unknown(outOrderId);
    }
    return exists
        ? fly(account, outOrderId, () -> again(account, outOrderId, null))
        : pending(account, outOrderId, null);
  }

  static OrderRefused unknown(String outOrderId) {
    Problem problem = Problem.of("order-not-found", "key", outOrderId);
    return new OrderRefused(OrderRefused.Kind.UNKNOWN, problem);
  }

  /** Takes a request in; returns the link it begins, null if WeChat may have the order already. */
  private @Nullable OrderLink begin(OrderLink link, Order order, Map<String, ?> body) {
    String account = link.account();
    String fingerprint = OrderFingerprint.of(body);
    if (same(account, order, fingerprint)) {
      return null;
    }
    if (link.exists()) {
      refuseOtherPrice(link, order);
    } else {
      refuseIfAny(
          OrderRefused.Kind.RULES,
          order,
          OrderRules.check(order, link.createdAt(), clock.now(account)));
    }
    OrderLink begun = claim(link, order, fingerprint, body);
    if (begun == null) {
      same(account, order, fingerprint);
    }
    return begun;
  }

  /** Returns whether the same was asked for before; another order of the same id is refused. */
  private boolean same(String account, Order order, String fingerprint) {
    OrderRequests.Asked asked = requests.find(account, order.outOrderId()).orElse(null);
    if (asked == null || asked.refusal() != null) {
      return false;
    }
    if (!asked.fingerprint().equals(fingerprint)) {
      Problem problem = Problem.of("order-request-differs", "key", order.outOrderId());
      throw new OrderRefused(OrderRefused.Kind.CONFLICT, problem);
    }
    return true;
  }

  private static void refuseOtherPrice(OrderLink link, Order order) {
    if (link.orderPrice() != order.price().orderPrice() || !link.openid().equals(order.openid())) {
      Problem problem = Problem.of("order-request-differs", "key", order.outOrderId());
      throw new OrderRefused(OrderRefused.Kind.CONFLICT, problem);
    }
  }

  private @Nullable OrderLink claim(
      OrderLink link, Order order, String fingerprint, Map<String, ?> body) {
    String account = link.account();
    OrderRequest request =
        OrderRequest.of(
            OrderOperation.ADD, order, link.createdAt(), clock.now(account), settings.expiry());
    return brake
        .first(
            () ->
                transaction.execute(
                    status -> {
                      boolean free = requests.claim(account, order.outOrderId(), fingerprint, body);
                      OrderLink now = links.of(account, order.outOrderId());
                      if (free && !now.isStored()) {
                        return Optional.of(links.save(OrderCashier.begun(now, request)));
                      }
                      if (free && now.exists()) {
                        requests.created(account, order.outOrderId());
                      }
                      return Optional.<OrderLink>empty();
                    }))
        .orElse(null);
  }

  private static void refuseIfAny(OrderRefused.Kind kind, Order order, List<Problem> problems) {
    if (!problems.isEmpty()) {
      Problem together = Findings.together("order", order.outOrderId(), problems);
      throw new OrderRefused(kind, together, problems, null);
    }
  }

  /** The order may be at WeChat already: its state is read back before anything is sent. */
  private Map<String, Object> again(String account, String key, @Nullable Order order) {
    OrderRequests.Asked asked = requests.find(account, key).orElse(null);
    OrderLink link = links.of(account, key);
    Map<String, Object> answer = asked == null ? null : requests.fresh(asked);
    if (answer != null && link.status().unpaid()) {
      return answer;
    }
    String openid = order == null ? link.openid() : order.openid();
    if (state.look(OrderState.ORDERS, account, key, openid).isEmpty() && order != null) {
      return cashier.create(link, order, settings.expiry());
    }
    link = links.of(account, key);
    if (!link.status().unpaid() || asked == null) {
      return OrderCashier.shown(link);
    }
    if (link.fundType() == Order.BY_SCENE_MERCHANT) {
      return cashier.again(link);
    }
    // Only a repeat of order/add brings the ticket again.
    return order == null
        ? OrderCashier.shown(link)
        : cashier.create(link, order, settings.expiry());
  }

  private OrderAnswer fly(String account, String key, Supplier<Map<String, Object>> work) {
    return flights
        .join(account + "/" + key, () -> answer(account, key, work), settings.patience())
        .orElseGet(() -> pending(account, key, null));
  }

  private OrderAnswer answer(String account, String key, Supplier<Map<String, Object>> calls) {
    try {
      return OrderAnswer.of(calls.get());
    } catch (WeChatException e) {
      return failed(account, key, e);
    }
  }

  /** What WeChat will never take is refused; everything else is tried again by the flow. */
  private OrderAnswer failed(String account, String key, WeChatException caught) {
    WeChatException failure = TimeRefusal.is(caught) ? TimeRefusal.passing(key, caught) : caught;
    boolean hopeless = failure.category() == ErrorCategory.PERMANENT && !failure.outcomeUnknown();
    // Whether a token comes again is nothing the order is to blame for: it waits, and goes on.
    boolean misconfigured =
        failure.category() == ErrorCategory.CONFIG && !failure.operation().equals(TOKEN);
    if (!hopeless && !misconfigured) {
      work.mark(
          new WorkKey(OrderState.ORDERS, account, key),
          WorkPriority.URGENT,
          "asked for by the mini-program");
      return pending(account, key, failure.problem());
    }
    if (!links.of(account, key).exists()) {
      requests.refused(account, key, failure.problem());
    }
    throw new OrderRefused(
        hopeless ? OrderRefused.Kind.RULES : OrderRefused.Kind.UNAVAILABLE,
        failure.problem(),
        List.of(failure.problem()),
        failure);
  }

  private OrderAnswer pending(String account, String key, @Nullable Problem reason) {
    Problem held =
        work.find(new WorkKey(OrderState.ORDERS, account, key))
            .map(WorkState::reason)
            .orElse(Problem.of("order-pending", "key", key));
    return new OrderAnswer(reason == null ? held : reason, Map.of("out_order_id", key));
  }

  @Override
  public void close() {
    flights.close();
  }
}
