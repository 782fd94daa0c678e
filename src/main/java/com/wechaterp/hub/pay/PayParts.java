package com.wechaterp.hub.pay;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which payment a refund or a profit sharing belongs to; noted before it is sent. */
class PayParts {

  static final String REFUND = "refund";
  static final String SHARING = "sharing";

  private final JdbcClient jdbc;
  private final Clock clock;

  PayParts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes a part; returns whether it is new. */
  boolean begin(String account, String partNo, String kind, String tradeNo, long amount) {
    try {
      jdbc.sql(
              "INSERT INTO pay_part (account, part_no, kind, trade_no, amount, begun_at)"
                  + " VALUES (?, ?, ?, ?, ?, ?)")
          .params(account, partNo, kind, tradeNo, amount, UtcTimes.utc(clock.instant()))
          .update();
      return true;
    } catch (DuplicateKeyException known) {
      return false;
    }
  }

  /** Returns the payment of a refund or sharing, empty if none was made here. */
  Optional<String> tradeNo(String account, String partNo) {
    return jdbc.sql("SELECT trade_no FROM pay_part WHERE account = ? AND part_no = ?")
        .params(account, partNo)
        .query(String.class)
        .optional();
  }
}
