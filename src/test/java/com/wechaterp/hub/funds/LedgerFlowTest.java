package com.wechaterp.hub.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerFlowTest {

  private static final String DAY = "2026-11-24";

  private final HikariDataSource database = HubDatabase.h2();
  private final BankingWeChat wechat = new BankingWeChat();
  private final BooksErp erp = new BooksErp();
  private final WorkList work = mock(WorkList.class);
  private final LedgerFlow ledger = ledger(Set.of("main"));

  private LedgerFlow ledger(Set<String> accounts) {
    LedgerStore store = new LedgerStore(JdbcClient.create(database));
    return new LedgerFlow(
        new LedgerReading(wechat, store),
        store,
        erp,
        work,
        mock(Timeline.class),
        new FundsSettings(3, 0, true),
        accounts,
        Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void day() {
    ledger.read("main", DAY);
    ledger.write("main", DAY);
    ledger.compare("main", DAY);
  }

  private void books() {
    wechat.books("1", LedgerEntry.INCOME, "100.10");
    wechat.books("2", LedgerEntry.EXPENSE, "0.60");
    wechat.books("3", LedgerEntry.INCOME, "29.9");
  }

  @Test
  void bringsADayToTheErpToTheFen() {
    books();

    day();

    assertThat(erp.entries.get("1").get("amount")).isEqualTo(10010L);
    assertThat(erp.entries.get("3").get("amount")).isEqualTo(2990L);
    assertThat(erp.entries.get("2").get("bookkeeping_time"))
        .isEqualTo(Instant.parse("2026-11-24T04:00:00Z"));
  }

  @Test
  void asksForEachEntryOnceHoweverOftenTheDayIsRead() {
    books();
    day();
    wechat.books("4", LedgerEntry.INCOME, "1.00");

    day();

    assertThat(wechat.count("shop/funds/getorderflow")).isEqualTo(4);
    assertThat(erp.entries).hasSize(4);
  }

  @Test
  void goesOnWhereAKilledImportStopped() {
    books();
    ledger.read("main", DAY);
    erp.refuses.add("2");
    assertThatThrownBy(() -> ledger.write("main", DAY)).isInstanceOf(HoldException.class);
    assertThat(erp.entries).containsOnlyKeys("1", "3");

    erp.refuses.clear();
    day();

    assertThat(erp.entries).containsOnlyKeys("1", "2", "3");
  }

  @Test
  void writesAgainWhatTheErpLost() {
    books();
    day();
    erp.entries.remove("2");

    day();

    assertThat(erp.entries).containsKey("2");
  }

  @Test
  void namesBothTotalsWhenTheyDiffer() {
    books();
    day();
    wechat.books("9", LedgerEntry.INCOME, "5.00");
    erp.entries.put("own", Map.of("flow_type", LedgerEntry.INCOME, "amount", 1L));

    ledger.read("main", DAY);
    ledger.write("main", DAY);
    assertThatThrownBy(() -> ledger.compare("main", DAY))
        .isInstanceOf(HoldException.class)
        .hasMessageContaining("4 entries, +13500 -60 fen")
        .hasMessageContaining("5 entries, +13501 -60 fen");
  }

  @Test
  void addsAllAccountsUpWhereTheErpDoesNotTellThemApart() {
    bothAccountsBook();

    assertThat(erp.entries).hasSize(4);
  }

  @Test
  void comparesEachAccountWhereTheErpTellsThemApart() {
    erp.tellsAccountsApart = true;
    bothAccountsBook();
    erp.entries.put(
        "own", Map.of("account", "second", "flow_type", LedgerEntry.INCOME, "amount", 1L));

    ledger.compare("main", DAY);
    assertThatThrownBy(() -> ledger.compare("second", DAY))
        .hasMessageContaining("1 entries, +700 -0 fen")
        .hasMessageContaining("2 entries, +701 -0 fen");
  }

  private void bothAccountsBook() {
    LedgerFlow both = ledger(Set.of("main", "second"));
    books();
    for (String account : List.of("main", "second")) {
      both.read(account, DAY);
      both.write(account, DAY);
      both.compare(account, DAY);
      wechat.flows.clear();
      wechat.books("7", LedgerEntry.INCOME, "7.00");
    }
  }

  @Test
  void takesADayWithoutBookingsAsEmpty() {
    day();

    assertThat(erp.entries).isEmpty();
  }

  @Test
  void refusesAnAmountThatIsNoWholeFen() {
    wechat.books("1", LedgerEntry.INCOME, "1.005");

    assertThatThrownBy(() -> ledger.read("main", DAY))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("1.005");
  }

  @Test
  void holdsAKeyThatIsNoDay() {
    assertThatThrownBy(() -> ledger.read("main", "W1")).isInstanceOf(HoldException.class);
  }

  @Test
  void looksAtTheLastDaysEachMorning() {
    ledger.findDays();

    verify(work).mark(eq(new WorkKey("funds", "main", "2026-11-24")), anyInt(), any());
    verify(work, times(3)).mark(any(), anyInt(), any());
  }
}
