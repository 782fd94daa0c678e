package com.wechaterp.hub.funds;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChatTime;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** The steps of {@code funds-import}, named in the route: one day of the ledger into the ERP. */
public class LedgerFlow {

  private static final String SUBJECT = "ledger";
  private static final Duration MOVING = Duration.ofMinutes(10);

  private final LedgerReading reading;
  private final LedgerStore store;
  private final Erp erp;
  private final WorkList work;
  private final Timeline timeline;
  private final FundsSettings settings;
  private final Set<String> accounts;
  private final Clock clock;

  LedgerFlow(
      LedgerReading reading,
      LedgerStore store,
      Erp erp,
      WorkList work,
      Timeline timeline,
      FundsSettings settings,
      Set<String> accounts,
      Clock clock) {
    this.reading = reading;
    this.store = store;
    this.erp = erp;
    this.work = work;
    this.timeline = timeline;
    this.settings = settings;
    this.accounts = Set.copyOf(accounts);
    this.clock = clock;
  }

  /** Marks the last days: WeChat books late, and a day that is complete costs one call. */
  public void findDays() {
    if (!erp.has("ledger-entry")) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), WeChatTime.CHINA);
    for (String account : accounts) {
      for (int back = 1; back <= settings.days(); back++) {
        String day = today.minusDays(back).toString();
        work.mark(new WorkKey("funds", account, day), WorkPriority.NORMAL, "daily ledger");
      }
    }
  }

  /** Reads the day from WeChat. */
  public void read(
      @Header(WorkHeaders.ACCOUNT) String account, @Header(WorkHeaders.KEY) String key) {
    reading.read(account, day(key));
  }

  /** Writes to the ERP what it has not got; an entry it refuses does not stop the others. */
  public void write(
      @Header(WorkHeaders.ACCOUNT) String account, @Header(WorkHeaders.KEY) String key) {
    if (!erp.has("ledger-entry")) {
      return;
    }
    List<ErpException> refused = new ArrayList<>();
    for (LedgerEntry entry : store.notInErp(account, day(key))) {
      try {
        erp.write("ledger-entry", values(account, key, entry));
        store.inErp(account, entry.fundsFlowId());
      } catch (ErpException e) {
        if (e.kind() != ErpException.Kind.BAD_ROW) {
          throw e;
        }
        refused.add(e);
      }
    }
    if (!refused.isEmpty()) {
      ErpException first = refused.get(0);
      throw new HoldException(Hold.of(first.problem(), Release.ERP_CHANGE), first);
    }
  }

  /** Compares what the ERP added up with WeChat's own entries, to the fen. */
  public void compare(
      @Header(WorkHeaders.ACCOUNT) String account, @Header(WorkHeaders.KEY) String key) {
    LocalDate day = day(key);
    LedgerTotals booked =
        erp.has("ledger-totals")
            ? compared(account, key, day)
            : LedgerTotals.of(store.entries(account, day));
    timeline.record(account, SUBJECT, key, "compared", booked.toString());
  }

  private LedgerTotals compared(String account, String key, LocalDate day) {
    ErpTotals inErp = inErp(account, key);
    LedgerTotals booked = booked(inErp, account, day);
    if (!inErp.totals().equals(booked)) {
      // The ERP may have lost rows; its statements take each entry once, so all may be offered
      // again.
      store.writeAgain(account, day);
      write(account, key);
      inErp = inErp(account, key);
      booked = booked(inErp, account, day);
    }
    if (!inErp.totals().equals(booked)) {
      Problem problem =
          Problem.of("funds-totals", "key", key, "wechat", booked, "erp", inErp.totals());
      // Another node may be writing the day of another account into the same sum.
      boolean moving = inErp.ofAll() && accounts.size() > 1;
      Instant again = moving ? clock.instant().plus(MOVING) : null;
      throw new HoldException(new Hold(problem, Release.PERSON, again, 50));
    }
    return booked;
  }

  private ErpTotals inErp(String account, String key) {
    return ErpTotals.of(account, key, erp.read("ledger-totals", key).orElse(Map.of()));
  }

  private LedgerTotals booked(ErpTotals inErp, String account, LocalDate day) {
    return LedgerTotals.of(inErp.ofAll() ? store.inErp(day) : store.entries(account, day));
  }

  private static Map<String, @Nullable Object> values(
      String account, String day, LedgerEntry entry) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("funds_flow_id", entry.fundsFlowId());
    values.put("account", account);
    values.put("day", day);
    values.put("type", entry.type());
    values.put("flow_type", entry.flowType());
    values.put("amount", entry.amount());
    values.put("balance", entry.balance());
    values.put("busi_type", entry.busiType());
    values.put("request_no", entry.requestNo());
    values.put("bookkeeping_time", entry.bookkeepingTime());
    return values;
  }

  private static LocalDate day(String key) {
    try {
      return LocalDate.parse(key);
    } catch (DateTimeException e) {
      throw new HoldException(Hold.of(Problem.of("funds-day", "key", key), Release.PERSON), e);
    }
  }
}
