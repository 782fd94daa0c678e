package com.wechaterp.hub.order;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells the ERP what WeChat has of an order.
 *
 * <p>The same news is told once: writing them again and again would change the ERP's rows, which
 * would be found as a change and looked at again.
 */
final class OrderNews {

  static final String STATE = "order-state";
  static final String CLOSED = "order-closed";

  private final ObjectProvider<Erp> erp;
  private final OrderLinks links;
  private final Timeline timeline;

  OrderNews(ObjectProvider<Erp> erp, OrderLinks links, Timeline timeline) {
    this.erp = erp;
    this.links = links;
    this.timeline = timeline;
  }

  /**
   * Tells the ERP, if there is news.
   *
   * @param shown the order as WeChat has it
   * @param wanted the order as the ERP has it, null if it has none
   * @param ticket the answer to {@code order/add} with the ticket, which WeChat gives only there
   */
  void tell(
      String account,
      String key,
      KnownOrder shown,
      @Nullable Order wanted,
      @Nullable Answer ticket) {
    Erp merchant = erp.getIfAvailable();
    if (merchant == null) {
      return;
    }
    OrderLink link = links.of(account, key);
    KnownOrder known = shown.completed(link.openid(), link);
    String digest = digest(key, known);
    boolean changed = !digest.equals(link.told());
    if (merchant.has(STATE) && (changed || ticket != null)) {
      merchant.write(STATE, state(key, known, ticket));
    }
    boolean stillOpen = wanted == null ? changed : wanted.open();
    if (known.status().closed() && stillOpen && merchant.has(CLOSED)) {
      close(merchant, account, key, known);
    }
    if (changed) {
      links.change(account, key, before -> before.told(digest));
    }
  }

  private void close(Erp merchant, String account, String key, KnownOrder known) {
    int rows =
        merchant.write(
            CLOSED,
            Map.of(
                "out_order_id", key,
                "order_id", known.orderId(),
                "status", known.statusCode(),
                "status_name", known.status().chinese()));
    if (rows > 0) {
      timeline.record(account, "order", key, "closed", "ERP: " + known.status().chinese());
    }
  }

  private static Map<String, @Nullable Object> state(
      String key, KnownOrder known, @Nullable Answer ticket) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("out_order_id", key);
    state.put("order_id", known.orderId());
    state.put("status", known.statusCode());
    state.put("status_name", known.status().chinese());
    boolean unknown = known.fundType() == KnownOrder.FUND_TYPE_UNKNOWN;
    state.put("fund_type", unknown ? null : known.fundType());
    state.put("order_price", known.orderPrice());
    state.put("transaction_id", known.transactionId());
    state.put("pay_time", known.paidAt());
    state.putAll(known.promotion());
    if (ticket != null) {
      state.put("ticket", ticket.text("ticket"));
      state.put("ticket_expire_time", ticket.time("ticket_expire_time"));
    }
    return state;
  }

  private static String digest(String key, KnownOrder known) {
    return DigestUtils.sha256Hex(new TreeMap<>(state(key, known, null)).toString());
  }
}
