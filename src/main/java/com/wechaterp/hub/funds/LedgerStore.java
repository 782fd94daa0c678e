package com.wechaterp.hub.funds;

import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the entries read from WeChat, so that none is asked for twice. */
class LedgerStore {

  private final JdbcClient jdbc;

  LedgerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the ids of a day's entries that are here already. */
  Set<String> known(String account, LocalDate day) {
    return new HashSet<>(
        jdbc.sql("SELECT funds_flow_id FROM ledger_entry WHERE account = ? AND ledger_day = ?")
            .params(account, day)
            .query(String.class)
            .list());
  }

  /** Stores an entry; one that is here already stays as it is, as bookings never change. */
  void store(String account, LocalDate day, LedgerEntry entry) {
    try {
      jdbc.sql(
              """
              INSERT INTO ledger_entry (account, funds_flow_id, ledger_day, type, flow_type,
                amount, balance, busi_type, request_no, bookkeeping_time, in_erp)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)""")
          .params(
              Arrays.<@Nullable Object>asList(
                  account,
                  entry.fundsFlowId(),
                  day,
                  entry.type(),
                  entry.flowType(),
                  entry.amount(),
                  entry.balance(),
                  entry.busiType(),
                  entry.requestNo(),
                  UtcTimes.utcOrNull(entry.bookkeepingTime())))
          .update();
    } catch (DuplicateKeyException anotherWorkerWasFaster) {
      return;
    }
  }

  /** Returns a day's entries in the order they were booked. */
  List<LedgerEntry> entries(String account, LocalDate day) {
    return list(account, day, "");
  }

  /** Returns a day's entries the ERP has not got yet. */
  List<LedgerEntry> notInErp(String account, LocalDate day) {
    return list(account, day, " AND in_erp = FALSE");
  }

  /** Returns a day's entries of all accounts that the ERP has got. */
  List<LedgerEntry> inErp(LocalDate day) {
    return jdbc.sql("SELECT * FROM ledger_entry WHERE ledger_day = ? AND in_erp = TRUE")
        .param(day)
        .query((row, index) -> entry(row))
        .list();
  }

  private List<LedgerEntry> list(String account, LocalDate day, String more) {
    return jdbc.sql(
            "SELECT * FROM ledger_entry WHERE account = ? AND ledger_day = ?"
                + more
                + " ORDER BY bookkeeping_time, funds_flow_id")
        .params(account, day)
        .query((row, index) -> entry(row))
        .list();
  }

  /** Notes that the ERP has an entry. */
  void inErp(String account, String fundsFlowId) {
    jdbc.sql("UPDATE ledger_entry SET in_erp = TRUE WHERE account = ? AND funds_flow_id = ?")
        .params(account, fundsFlowId)
        .update();
  }

  /** Has a day written to the ERP once more, as when the ERP lost it. */
  void writeAgain(String account, LocalDate day) {
    jdbc.sql("UPDATE ledger_entry SET in_erp = FALSE WHERE account = ? AND ledger_day = ?")
        .params(account, day)
        .update();
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    LocalDateTime booked = row.getObject("bookkeeping_time", LocalDateTime.class);
    return new LedgerEntry(
        row.getString("funds_flow_id"),
        row.getString("type"),
        row.getString("flow_type"),
        row.getLong("amount"),
        row.getLong("balance"),
        row.getString("busi_type"),
        row.getString("request_no"),
        UtcTimes.instantOrNull(booked));
  }
}
