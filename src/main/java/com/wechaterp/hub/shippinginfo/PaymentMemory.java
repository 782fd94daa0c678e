package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub remembers of payments: whose they are, who was reminded, and what the ERP knows. */
class PaymentMemory {

  private static final String WHERE = " WHERE account = ? AND out_order_id = ? AND part = ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  PaymentMemory(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Remembers which order a payment belongs to. */
  void see(String account, String outOrderId, PaymentKey part, KnownPayment known) {
    List<Object> values =
        List.of(
            known.key().transactionId(),
            known.key().merchantTradeNo(),
            UtcTimes.utc(clock.instant()),
            account,
            outOrderId,
            part.name());
    jdbc.sql(
            """
            INSERT INTO shipping_info (transaction_id, merchant_trade_no, seen_at, account,
              out_order_id, part, reminded, told)
            VALUES (?, ?, ?, ?, ?, ?, FALSE, '')
            ON DUPLICATE KEY UPDATE transaction_id = VALUES(transaction_id),
              merchant_trade_no = VALUES(merchant_trade_no), seen_at = VALUES(seen_at)""")
        .params(values)
        .update();
  }

  /** Returns the order of a transaction. */
  Optional<String> order(String account, String transactionId) {
    return jdbc
        .sql("SELECT out_order_id FROM shipping_info WHERE account = ? AND transaction_id = ?")
        .params(account, transactionId)
        .query(String.class)
        .list()
        .stream()
        .findFirst();
  }

  boolean isReminded(String account, String outOrderId, PaymentKey part) {
    return jdbc.sql("SELECT reminded FROM shipping_info" + WHERE)
        .params(account, outOrderId, part.name())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void reminded(String account, String outOrderId, PaymentKey part, boolean reminded) {
    jdbc.sql("UPDATE shipping_info SET reminded = ?" + WHERE)
        .params(reminded, account, outOrderId, part.name())
        .update();
  }

  /** Returns whether the ERP knows this of a payment already. */
  boolean isTold(String account, String outOrderId, PaymentKey part, String what) {
    return jdbc.sql("SELECT told FROM shipping_info" + WHERE)
        .params(account, outOrderId, part.name())
        .query(String.class)
        .optional()
        .filter(what::equals)
        .isPresent();
  }

  void told(String account, String outOrderId, PaymentKey part, String what) {
    jdbc.sql("UPDATE shipping_info SET told = ?" + WHERE)
        .params(what, account, outOrderId, part.name())
        .update();
  }
}
