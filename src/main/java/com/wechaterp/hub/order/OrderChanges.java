package com.wechaterp.hub.order;

import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.link.OrderStatus;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Closes an unpaid order or changes its price, for the mini-program's backend. */
public class OrderChanges {

  private final WeChat wechat;
  private final OrderLinks links;
  private final OrderState state;
  private final OrderRequests requests;
  private final WorkList work;
  private final Timeline timeline;
  private final Clock clock;

  OrderChanges(
      WeChat wechat,
      OrderLinks links,
      OrderState state,
      OrderRequests requests,
      WorkList work,
      Timeline timeline,
      Clock clock) {
    this.wechat = wechat;
    this.links = links;
    this.state = state;
    this.requests = requests;
    this.work = work;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * Closes an order; one that is closed already stays so.
   *
   * @throws OrderRefused if it was paid or nobody knows it
   * @throws WeChatException if WeChat refuses or cannot be reached
   */
  public OrderAnswer close(String account, String outOrderId) {
    KnownOrder known = known(account, outOrderId);
    if (known.status().closed()) {
      return shown(account, outOrderId);
    }
    require(known, OrderStatus.WAITING_PAYMENT, "order-close-refused");
    wechat.call(account, OrderOperation.CLOSE, named(account, outOrderId));
    done(account, outOrderId, OrderOperation.CLOSE);
    return shown(account, outOrderId);
  }

  /**
   * Changes the price of an order, which WeChat allows once.
   *
   * @param body the amounts, by the names of the port {@code orders}: those of the order, and of
   *     the lines {@code sale_price} and {@code sku_real_price}
   * @throws OrderRefused if the amounts do not add up, or the price cannot be changed any more
   * @throws WeChatException if WeChat refuses or cannot be reached
   */
  public OrderAnswer price(String account, String outOrderId, Map<String, ?> body) {
    KnownOrder known = known(account, outOrderId);
    Map<String, Object> named = named(account, outOrderId);
    Order order = priced(known, named, body);
    if (order.price().orderPrice() == known.orderPrice()) {
      return shown(account, outOrderId);
    }
    require(known, OrderStatus.WAITING_PAYMENT, "order-price-refused");
    if (links.of(account, outOrderId).priceChanged()) {
      throw conflict("order-price-once", known);
    }
    change(account, order);
    // Said before the read-back, which may fail: the cashier's parameters are worth nothing now.
    requests.outdated(account, outOrderId);
    done(account, outOrderId, OrderOperation.CHANGE_PRICE);
    return shown(account, outOrderId);
  }

  private void change(String account, Order order) {
    String key = order.outOrderId();
    OrderRequest request =
        OrderRequest.of(OrderOperation.CHANGE_PRICE, order, null, clock.instant(), Duration.ZERO);
    try {
      wechat.call(account, OrderOperation.CHANGE_PRICE, OrderBody.of(request));
    } catch (WeChatException e) {
      if (e.errcode() == OrderOperation.NOT_NOW) {
        links.change(account, key, OrderLink::withPriceChanged);
      }
      throw e;
    }
    links.change(account, key, OrderLink::withPriceChanged);
  }

  private KnownOrder known(String account, String outOrderId) {
    OrderLink link = links.of(account, outOrderId);
    if (!link.isStored()) {
      throw OrderDesk.unknown(outOrderId);
    }
    return state
        .look(OrderState.ORDERS, account, outOrderId, link.openid())
        .orElseThrow(() -> OrderDesk.unknown(outOrderId));
  }

  private static void require(KnownOrder known, OrderStatus status, String otherwise) {
    if (known.status() != status) {
      throw conflict(otherwise, known);
    }
  }

  private static OrderRefused conflict(String code, KnownOrder known) {
    Problem problem =
        Problem.of(
            code,
            "key",
            known.outOrderId(),
            "status",
            known.statusCode(),
            "name",
            known.status().chinese());
    return new OrderRefused(OrderRefused.Kind.CONFLICT, problem);
  }

  private Map<String, Object> named(String account, String outOrderId) {
    String openid = links.of(account, outOrderId).openid();
    return Map.of("out_order_id", outOrderId, "openid", openid);
  }

  /** Records what WeChat has done and reads it back; if that fails, the flow does it later. */
  private void done(String account, String key, String operation) {
    timeline.record(account, "order", key, "sent", operation + " (mini-program)");
    work.mark(new WorkKey(OrderState.ORDERS, account, key), WorkPriority.NORMAL, operation);
    known(account, key);
  }

  private OrderAnswer shown(String account, String outOrderId) {
    return OrderAnswer.of(OrderCashier.shown(links.of(account, outOrderId)));
  }

  /** Returns the order with its new amounts; its lines and counts are those WeChat has. */
  private static Order priced(KnownOrder known, Map<String, ?> named, Map<String, ?> body) {
    Map<String, Object> whole = new LinkedHashMap<>(body);
    whole.putAll(named);
    whole.put("fund_type", known.fundType());
    if (body.get(OrderDocument.LINES) instanceof List<?> lines) {
      whole.put(OrderDocument.LINES, lines.stream().map(line -> counted(known, line)).toList());
    }
    OrderDocument document = OrderDocument.of(whole);
    List<Problem> problems = document.problems();
    if (problems.isEmpty()) {
      problems = OrderRules.checkPrice(document.order());
    }
    if (!problems.isEmpty()) {
      Problem together = Findings.together("order", document.order().outOrderId(), problems);
      throw new OrderRefused(OrderRefused.Kind.RULES, together, problems, null);
    }
    return document.order();
  }

  private static Object counted(KnownOrder known, Object given) {
    if (!(given instanceof Map<?, ?> line)) {
      return given;
    }
    Map<String, Object> counted = new LinkedHashMap<>();
    line.forEach((name, value) -> counted.put(String.valueOf(name), value));
    known.lines().stream()
        .filter(each -> each.outSkuId().equals(String.valueOf(line.get("out_sku_id"))))
        .filter(each -> each.outProductId().equals(String.valueOf(line.get("out_product_id"))))
        .findFirst()
        .ifPresent(each -> counted.putIfAbsent("product_cnt", each.productCnt()));
    return counted;
  }
}
