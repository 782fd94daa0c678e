package com.wechaterp.hub.pay;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.EachAccount;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** Reads payments back from WeChat and writes them, their refunds and sharings, to the ERP. */
public class PayOrders {

  static final String FLOW = "pay";

  /** Two looks overlap, so that a payment created between them is not missed. */
  private static final Duration WINDOW = Duration.ofHours(3);

  private static final long PAGE = 100;

  private final WeChat wechat;
  private final Erp erp;
  private final PayParts parts;
  private final WorkList work;
  private final Timeline timeline;
  private final Set<String> accounts;
  private final Clock clock;

  PayOrders(
      WeChat wechat,
      Erp erp,
      PayParts parts,
      WorkList work,
      Timeline timeline,
      Set<String> accounts,
      Clock clock) {
    this.wechat = wechat;
    this.erp = erp;
    this.parts = parts;
    this.work = work;
    this.timeline = timeline;
    this.accounts = Set.copyOf(accounts);
    this.clock = clock;
  }

  /** Marks the payments created lately, so that none depends on an event. */
  public void find() {
    if (!erp.has("pay-order")) {
      return;
    }
    EachAccount.of(accounts, this::find);
  }

  private void find(String account) {
    String index = "";
    boolean more = true;
    while (more) {
      Answer page = page(account, index);
      List<String> numbers = page.texts("trade_no_list");
      work.markAll(FLOW, account, numbers, WorkPriority.NORMAL, "hourly look");
      index = page.text("last_index");
      more = page.flag("has_more") && !numbers.isEmpty();
    }
  }

  private Answer page(String account, String index) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("page_size", PAGE);
    request.put("begin_create_time", now - WINDOW.toSeconds());
    request.put("end_create_time", now);
    if (!index.isEmpty()) {
      request.put("last_index", index);
    }
    return new Answer(wechat.call(account, "shop/pay/getorderlist", request));
  }

  /**
   * Reads one payment.
   *
   * @param key its trade_no, or the number of a refund or sharing of it, as events name them
   * @throws HoldException if a refund or sharing was made elsewhere, so that its payment is unknown
   */
  public void read(
      @Header(WorkHeaders.ACCOUNT) String account, @Header(WorkHeaders.KEY) String key) {
    String tradeNo = parts.tradeNo(account, key).orElse(key);
    Answer order = order(account, tradeNo);
    if (order.fields().isEmpty()) {
      throw new HoldException(Hold.of(Problem.of("pay-unknown", "key", key), Release.PERSON));
    }
    if (erp.has("pay-order")) {
      erp.write("pay-order", values(order));
    }
    order.objects("refund_list").forEach(refund -> part("pay-refund", tradeNo, refund));
    order.objects("profit_sharing_list").forEach(sharing -> part("pay-sharing", tradeNo, sharing));
    timeline.record(account, "payment", tradeNo, "seen", order.has("pay_time") ? "paid" : "unpaid");
  }

  /** Returns a payment as WeChat has it. */
  Answer order(String account, String tradeNo) {
    return new Answer(wechat.call(account, "shop/pay/getorder", Map.of("trade_no", tradeNo)))
        .object("order");
  }

  private static Map<String, @Nullable Object> values(Answer order) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("trade_no", order.text("trade_no"));
    values.put("combine_trade_no", order.text("combine_trade_no"));
    values.put("mchid", order.text("mchid"));
    values.put("transaction_id", order.text("transaction_id"));
    values.put("amount", order.number("amount"));
    values.put("pay_time", order.time("pay_time"));
    return values;
  }

  private void part(String port, String tradeNo, Answer part) {
    if (!erp.has(port)) {
      return;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    boolean refund = port.equals("pay-refund");
    values.put("part_no", part.text(refund ? "refund_no" : "profit_sharing_no"));
    values.put("trade_no", tradeNo);
    values.put("amount", part.number("amount"));
    values.put("result", part.text("result"));
    values.put("finish_time", part.time("finish_time"));
    erp.write(port, values);
  }
}
