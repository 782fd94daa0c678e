package com.wechaterp.hub.order;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.link.OrderStatus;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatClock;
import com.wechaterp.hub.wechat.WeChatTime;
import com.wechaterp.hub.work.WorkBrake;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an order to WeChat and brings what the buyer's cashier needs: ticket or parameters. */
class OrderCashier {

  private final WeChat wechat;
  private final OrderLinks links;
  private final OrderRequests requests;
  private final Timeline timeline;
  private final TransactionTemplate transaction;
  private final WeChatClock clock;
  private final WorkBrake brake;

  OrderCashier(
      WeChat wechat,
      OrderLinks links,
      OrderRequests requests,
      Timeline timeline,
      TransactionTemplate transaction,
      WeChatClock clock,
      WorkBrake brake) {
    this.wechat = wechat;
    this.links = links;
    this.requests = requests;
    this.timeline = timeline;
    this.transaction = transaction;
    this.clock = clock;
    this.brake = brake;
  }

  /**
   * Creates an order and returns what is known of it. WeChat keeps the first of two with one id, so
   * a repeat brings the ticket of the first.
   *
   * @param link what was known of the order before
   * @param expiry how long an order that names no time can be paid
   */
  Map<String, Object> create(OrderLink link, Order order, Duration expiry) {
    String account = link.account();
    OrderRequest request =
        OrderRequest.of(OrderOperation.ADD, order, link.createdAt(), clock.now(account), expiry);
    Answer data =
        new Answer(wechat.call(account, OrderOperation.ADD, OrderBody.of(request))).object("data");
    Map<String, Object> more = ticket(data);
    try {
      more.putAll(parameters(added(link, request, data)));
    } catch (RuntimeException e) {
      // The order is there all the same; whoever asks again gets the parameters.
      keep(account, request, data, null);
      throw e;
    }
    return keep(account, request, data, more);
  }

  /** Returns what is known of an order that waits for its payment, with fresh parameters. */
  Map<String, Object> again(OrderLink link) {
    Map<String, Object> answer = shown(link);
    answer.putAll(parameters(link));
    requests.answered(link.account(), link.outOrderId(), answer);
    return answer;
  }

  private Map<String, Object> parameters(OrderLink link) {
    if (link.fundType() != Order.BY_SCENE_MERCHANT) {
      return Map.of();
    }
    Map<String, Object> answer =
        wechat.call(
            link.account(),
            OrderOperation.PAYMENT_PARAMETERS,
            Map.of("out_order_id", link.outOrderId(), "openid", link.openid()));
    return Map.of("payment_params", new Answer(answer).object("payment_params").fields());
  }

  /** Returns the ticket of the older contract, if the answer to order/add has one. */
  static Map<String, Object> ticket(Answer data) {
    Map<String, Object> ticket = new LinkedHashMap<>();
    if (data.has("ticket")) {
      ticket.put("ticket", data.text("ticket"));
      ticket.put("ticket_expire_time", data.text("ticket_expire_time"));
    }
    return ticket;
  }

  /** Returns what is known of an order. */
  static Map<String, Object> shown(OrderLink link) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("out_order_id", link.outOrderId());
    answer.put("order_id", link.orderId());
    answer.put("fund_type", link.fundType());
    answer.put("status", link.statusCode());
    answer.put("status_name", link.status().chinese());
    answer.put("order_price", link.orderPrice());
    if (link.expiresAt() != null) {
      answer.put("expire_time", link.expiresAt().getEpochSecond());
    }
    if (link.paidAt() != null) {
      answer.put("transaction_id", link.transactionId());
      answer.put("pay_time", WeChatTime.text(link.paidAt()));
    }
    return answer;
  }

  /** Returns a link with an order that was just created; what was seen since is newer. */
  static OrderLink added(OrderLink link, OrderRequest request, Answer data) {
    return link.exists()
        ? link
        : begun(link, request).seen(data.text("order_id"), OrderStatus.WAITING_PAYMENT.code());
  }

  /** Returns a link with an order that is about to be created. */
  static OrderLink begun(OrderLink link, OrderRequest request) {
    Order order = request.order();
    OrderTimes times = request.times();
    return link.wanted(
            order.openid(), order.fundType(), order.price().orderPrice(), times.expiresAt())
        .placed(times.createdAt());
  }

  /**
   * Keeps what WeChat answered by one commit, since the buyer waits for it.
   *
   * @param more what the cashier needs, null if it is not known
   * @return the answer: what is known of the order by now, and what the cashier needs
   */
  private Map<String, Object> keep(
      String account, OrderRequest request, Answer data, @Nullable Map<String, Object> more) {
    return brake.first(() -> transaction.execute(status -> save(account, request, data, more)));
  }

  private Map<String, Object> save(
      String account, OrderRequest request, Answer data, @Nullable Map<String, Object> more) {
    String key = request.order().outOrderId();
    OrderLink before = links.of(account, key);
    OrderLink after = added(before, request, data);
    if (!after.equals(before)) {
      after = links.save(after);
    }
    Map<String, Object> answer = shown(after);
    if (more == null) {
      requests.created(account, key);
    } else {
      answer.putAll(more);
      requests.answered(account, key, answer);
    }
    timeline.record(account, "order", key, "sent", request.operation() + " (mini-program)");
    return answer;
  }
}
