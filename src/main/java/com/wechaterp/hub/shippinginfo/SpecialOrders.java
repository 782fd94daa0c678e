package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports presale and test orders to WeChat, once for each that is asked for. */
public class SpecialOrders {

  /** A presale order is shipped so long after its payment (WeChat docs, limits [限额]). */
  private static final Duration LEAST = Duration.ofDays(15);

  private static final Duration MOST = Duration.ofDays(330);

  private final JdbcClient jdbc;
  private final WeChat wechat;
  private final Payments payments;
  private final Timeline timeline;
  private final Clock clock;

  SpecialOrders(JdbcClient jdbc, WeChat wechat, Payments payments, Timeline timeline, Clock clock) {
    this.jdbc = jdbc;
    this.wechat = wechat;
    this.payments = payments;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** Reports the order of a row of the port {@code special-orders}, the body of the message. */
  public void reportRow(
      @Header(WorkHeaders.ACCOUNT) String account, @Body @Nullable Map<String, Object> row) {
    if (row != null) {
      report(account, row, clock.instant());
    }
  }

  private void report(String account, Map<String, Object> row, Instant now) {
    String key = String.valueOf(row.get("out_order_id"));
    Columns columns = new Columns("special-order", key, row);
    PaymentKey payment =
        new PaymentKey(
            columns.text("transaction_id").strip(),
            columns.text("merchant_id").strip(),
            columns.text("merchant_trade_no").strip());
    SpecialOrder order =
        new SpecialOrder(
            key,
            payment.byTransaction() ? payment.transactionId() : payment.merchantTradeNo(),
            (int) columns.number("type"),
            columns.time("delay_to"));
    columns.end();
    report(account, order, payment, now);
  }

  /**
   * Reports one order, unless just that was reported.
   *
   * @throws HoldException if WeChat would not take it, or does not
   */
  public void report(String account, SpecialOrder order) {
    report(account, order, PaymentKey.ofTransaction(order.orderNo()), clock.instant());
  }

  private void report(String account, SpecialOrder order, PaymentKey payment, Instant now) {
    if (isReported(account, order)) {
      return;
    }
    check(account, order, payment);
    try {
      wechat.call(account, ShippingInfoOperation.SPECIAL, order.body());
    } catch (WeChatException e) {
      if (e.category() == ErrorCategory.PERMANENT) {
        throw new HoldException(Hold.of(e.problem(), Release.ERP_CHANGE), e);
      }
      throw e;
    }
    remember(account, order, now);
    timeline.record(
        account,
        "order",
        order.outOrderId(),
        "special",
        order.isPresale() ? "presale until " + order.delayTo() : "test order");
  }

  private void check(String account, SpecialOrder order, PaymentKey payment) {
    if (order.type() != SpecialOrder.PRESALE && order.type() != SpecialOrder.TEST) {
      throw refused("special-order-type", order, String.valueOf(order.type()));
    }
    if (order.orderNo().isEmpty()) {
      throw refused("special-order-payment", order, "-");
    }
    Instant until = order.delayTo();
    if (!order.isPresale()) {
      return;
    }
    if (until == null) {
      throw refused("special-order-delay", order, "-");
    }
    // The merchant's number alone does not find the payment; then WeChat checks the time.
    Optional<Instant> paid =
        payment.isComplete()
            ? payments.find(account, payment).map(KnownPayment::paidAt)
            : Optional.empty();
    if (paid.isPresent()) {
      Duration delay = Duration.between(paid.get(), until);
      if (delay.compareTo(LEAST) <= 0 || delay.compareTo(MOST) > 0) {
        throw refused("special-order-delay", order, until.toString());
      }
    }
  }

  private static HoldException refused(String code, SpecialOrder order, String found) {
    return new HoldException(
        Hold.of(Problem.of(code, "key", order.outOrderId(), "found", found), Release.ERP_CHANGE));
  }

  private boolean isReported(String account, SpecialOrder order) {
    return jdbc.sql(
            "SELECT type, delay_to FROM special_order WHERE account = ? AND out_order_id = ?")
        .params(account, order.outOrderId())
        .query(
            (row, index) ->
                row.getInt(1) == order.type()
                    && Optional.ofNullable(row.getObject(2, LocalDateTime.class))
                        .equals(Optional.ofNullable(UtcTimes.utcOrNull(order.delayTo()))))
        .optional()
        .orElse(false);
  }

  private void remember(String account, SpecialOrder order, Instant now) {
    jdbc.sql("DELETE FROM special_order WHERE account = ? AND out_order_id = ?")
        .params(account, order.outOrderId())
        .update();
    jdbc.sql(
            """
            INSERT INTO special_order (account, out_order_id, type, delay_to, reported_at)
            VALUES (?, ?, ?, ?, ?)""")
        .params(
            Arrays.<@Nullable Object>asList(
                account,
                order.outOrderId(),
                order.type(),
                UtcTimes.utcOrNull(order.delayTo()),
                UtcTimes.utcOrNull(now)))
        .update();
  }
}
