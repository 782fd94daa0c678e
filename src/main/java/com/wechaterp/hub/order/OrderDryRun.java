package com.wechaterp.hub.order;

import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.link.OrderStatus;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatClock;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans every order of a span of time, and does nothing: the orders WeChat took in it, and those of
 * the account that changed in the ERP.
 */
public class OrderDryRun {

  /** Paid, and WeChat still has something to tell; the unpaid are asked about all the time. */
  private static final List<OrderStatus> UNFINISHED =
      List.of(
          OrderStatus.WAITING_SHIPMENT, OrderStatus.PARTLY_SHIPPED, OrderStatus.WAITING_RECEIPT);

  private static final int PAGE = 100;

  private final OrderList list;
  private final OrderReading reading;
  private final OrderState state;
  private final ErpOrders orders;
  private final OrderRequests requests;
  private final OrderLinks links;
  private final AccountRows owned;
  private final WeChatClock clock;

  OrderDryRun(
      OrderList list,
      OrderReading reading,
      OrderState state,
      ErpOrders orders,
      OrderRequests requests,
      OrderLinks links,
      AccountRows owned,
      WeChatClock clock) {
    this.list = list;
    this.reading = reading;
    this.state = state;
    this.orders = orders;
    this.requests = requests;
    this.links = links;
    this.owned = owned;
    this.clock = clock;
  }

  /**
   * Compares the orders of a span of time, each once, and orders from before it that WeChat has not
   * ended and nobody looked at since: only an event would tell of them.
   *
   * @param unfinished how many of the latter at most, those looked at longest ago
   * @throws com.wechaterp.hub.wechat.WeChatException if WeChat cannot be reached or refuses
   * @throws com.wechaterp.hub.erp.ErpException if the ERP cannot be reached
   */
  public void run(
      String account, Instant from, Instant to, int unfinished, Consumer<ComparedOrder> onOrder) {
    Set<String> seen = new HashSet<>();
    list.read(
        account,
        from,
        to,
        page -> {
          Map<String, ErpRow> rows = rows(page.stream().map(KnownOrder::outOrderId).toList(), seen);
          page.stream()
              .filter(known -> seen.add(known.outOrderId()))
              .forEach(known -> onOrder.accept(compared(account, known, rows)));
        },
        (id, why) -> {
          if (seen.add(id)) {
            onOrder.accept(unreadable(account, id, why));
          }
        });
    orders.changed(
        from,
        to,
        changed -> {
          List<String> ids = owned.orders(account, changed);
          Map<String, ErpRow> rows = rows(ids, seen);
          ids.stream()
              .filter(seen::add)
              .filter(rows::containsKey)
              .forEach(
                  id -> readBack(account, id, rows.getOrDefault(id, ErpRow.NONE), from, onOrder));
        });
    unfinished(account, from, unfinished, seen, onOrder);
  }

  private void unfinished(
      String account, Instant from, int most, Set<String> seen, Consumer<ComparedOrder> onOrder) {
    List<String> left =
        links.untouchedSince(account, UNFINISHED, from, most).stream()
            .map(OrderLink::outOrderId)
            .filter(id -> !seen.contains(id))
            .toList();
    for (int i = 0; i < left.size(); i += PAGE) {
      List<String> page = left.subList(i, Math.min(i + PAGE, left.size()));
      Map<String, ErpRow> rows = orders.find(page);
      page.forEach(
          id ->
              readBack(
                  account,
                  id,
                  rows.getOrDefault(id, ErpRow.NONE),
                  from,
                  order -> looked(order, onOrder)));
    }
  }

  /** What moved on unseen stays first in the line until the ERP was told. */
  private void looked(ComparedOrder order, Consumer<ComparedOrder> onOrder) {
    onOrder.accept(order);
    KnownOrder known = order.known();
    boolean untold =
        known != null
            && order.ofTheErp() != null
            && known.statusCode() != order.link().statusCode();
    if (!untold) {
      links.looked(order.account(), order.outOrderId());
    }
  }

  private Map<String, ErpRow> rows(List<String> ids, Set<String> seen) {
    return orders.find(ids.stream().filter(id -> !seen.contains(id)).distinct().toList());
  }

  private ComparedOrder compared(String account, KnownOrder known, Map<String, ErpRow> rows) {
    ErpRow row = rows.getOrDefault(known.outOrderId(), ErpRow.NONE);
    return compare(account, known.outOrderId(), row, known);
  }

  /** An order that WeChat did not list was placed before, or never reached it. */
  private void readBack(
      String account, String id, ErpRow row, Instant from, Consumer<ComparedOrder> onOrder) {
    OrderLink link = links.of(account, id);
    Order order = row.order();
    if (order != null && !link.isStored() && isOfAnotherTime(order, from, clock.now(account))) {
      return;
    }
    String openid = order == null || order.openid().isEmpty() ? link.openid() : order.openid();
    KnownOrder known;
    try {
      known = openid.isEmpty() ? null : reading.byOutOrderId(account, id, openid).orElse(null);
    } catch (WeChatException e) {
      // What WeChat refuses of one order it refuses every night; the others go on.
      if (e.category() != ErrorCategory.PERMANENT) {
        throw e;
      }
      onOrder.accept(held(account, id, link, e.problem()));
      return;
    }
    onOrder.accept(compare(account, id, row, known));
  }

  /** WeChat is not asked about years of finished orders that the hub has never seen. */
  private static boolean isOfAnotherTime(Order order, Instant from, Instant now) {
    return order.past(now)
        && (order.closed() || order.createdAt() == null || order.createdAt().isBefore(from));
  }

  private ComparedOrder compare(String account, String id, ErpRow row, @Nullable KnownOrder known) {
    OrderLink link = links.of(account, id);
    Order wanted = row.order() == null ? requests.wanted(account, id) : row.order();
    Plan plan =
        row.unreadable() == null
            ? OrderPlanner.plan(wanted, link, known, clock.now(account))
            : Plan.hold(row.unreadable());
    return new ComparedOrder(account, id, row.order(), link, known, plan);
  }

  private ComparedOrder unreadable(String account, String id, String why) {
    Problem problem = Problem.of("order-unreadable", "key", id, "reason", why);
    return held(account, id, links.of(account, id), problem);
  }

  private static ComparedOrder held(String account, String id, OrderLink link, Problem problem) {
    Plan plan = Plan.hold(Hold.of(problem, Release.PERSON));
    return new ComparedOrder(account, id, null, link, null, plan);
  }

  /** Reads an order back that the hub has never seen, since its flow leaves old ones alone. */
  public void readBack(String account, String outOrderId) {
    Order order = links.of(account, outOrderId).isStored() ? null : orders.find(outOrderId);
    if (order != null && !order.openid().isEmpty()) {
      state.look(OrderState.ORDERS, account, outOrderId, order.openid());
    }
  }
}
