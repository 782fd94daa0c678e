package com.wechaterp.hub.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.aftersale.WatchedAfterSale.Change;
import com.wechaterp.hub.work.WorkKey;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub's memory of after-sales holds to, whatever the database. */
abstract class AfterSalesContract {

  private static final String ID = "4000000001596225";
  private static final WorkKey KEY = new WorkKey("aftersales", "main", ID);
  private static final Instant NOW = Tickets.NOW;

  private final HikariDataSource database;
  private final AfterSales seen;
  private final SentCalls sent;
  private final AskedRequests asked;

  AfterSalesContract(HikariDataSource database) {
    this.database = database;
    JdbcClient jdbc = JdbcClient.create(database);
    this.seen = new AfterSales(jdbc, Tickets.SETTINGS);
    this.sent = new SentCalls(jdbc);
    this.asked = new AskedRequests(jdbc);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsTheTimeOfTheStateUntilItChanges() {
    WatchedAfterSale first = seen.see("main", Tickets.ticket(1, 2), NOW);
    WatchedAfterSale again = seen.see("main", Tickets.ticket(1, 2), NOW.plusSeconds(60));
    WatchedAfterSale moved = seen.see("main", Tickets.ticket(1, 11), NOW.plusSeconds(120));

    assertThat(first.change()).isEqualTo(Change.FIRST_SEEN);
    assertThat(again.change()).isEqualTo(Change.NONE);
    assertThat(again.deadline()).isEqualTo(Tickets.OPENED.plus(Duration.ofHours(48)));
    assertThat(moved.change()).isEqualTo(Change.OTHER_STATE);
    assertThat(moved.deadline()).isNull();
  }

  @Test
  void findsWhatWaitsForTheMerchantUntilItsDeadlineWasWarnedOf() {
    Instant deadline = Tickets.OPENED.plus(Duration.ofHours(48));
    seen.see("main", Tickets.ticket(1, 2), NOW);

    assertThat(seen.unwarned(NOW, deadline.minusSeconds(1))).isEmpty();
    assertThat(seen.unwarned(deadline, deadline.plusSeconds(60))).isEmpty();
    assertThat(seen.unwarned(NOW, deadline)).extracting(SeenAfterSale::key).containsExactly(ID);

    seen.warn("main", ID);
    assertThat(seen.unwarned(NOW, deadline)).isEmpty();
  }

  @Test
  void listsWhatIsOpenWithTheNextDeadlineFirst() {
    seen.see("main", Tickets.ticket(1, 2), NOW);
    assertThat(seen.open(10))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.key()).isEqualTo(ID);
              assertThat(one.deadline()).isEqualTo(Tickets.OPENED.plus(Duration.ofHours(48)));
              assertThat(one.stateName()).isEqualTo("商家处理退款申请中");
            });

    seen.see("main", Tickets.ticket(1, 13), NOW);
    assertThat(seen.open(10)).isEmpty();
  }

  @Test
  void warnsOnceInEachState() {
    seen.see("main", Tickets.ticket(2, 23), NOW);
    assertThat(seen.warn("main", ID)).isTrue();
    assertThat(seen.warn("main", ID)).isFalse();

    seen.see("main", Tickets.ticket(2, 8), NOW);
    assertThat(seen.warn("main", ID)).isTrue();
  }

  @Test
  void countsWhatOtherAfterSalesOfTheOrderAskFor() {
    seen.see("main", Tickets.ticket(1, 11), NOW);

    assertThat(seen.claims("main", "1001", "A1")).containsExactly(new Claim("S1", 1, 1990));
    assertThat(seen.claims("main", "1002", "A1")).isEmpty();

    seen.see("main", Tickets.ticket(1, 1), NOW);
    assertThat(seen.claims("main", "1001", "A1")).isEmpty();
  }

  @Test
  void findsWhatNobodyHasLookedAt() {
    seen.see("main", Tickets.ticket(1, 2), NOW);

    assertThat(seen.notSeenSince(NOW, 10)).isEmpty();
    assertThat(seen.notSeenSince(NOW.plusSeconds(1), 10)).hasSize(1);
  }

  @Test
  void settlesACallWithoutAnAnswerByWhatWeChatHas() {
    sent.begin(KEY, "shop/ecaftersale/acceptrefund", "c", Tickets.ticket(1, 2));
    assertThat(sent.settled(KEY, Tickets.ticket(1, 11)).lastDone("shop/ecaftersale/acceptrefund"))
        .isPresent();

    sent.begin(KEY, "shop/ecaftersale/reject", "c", Tickets.ticket(1, 2));
    Sent settled = sent.settled(KEY, Tickets.ticket(1, 2));
    assertThat(settled.lastDone("shop/ecaftersale/reject")).isEmpty();
    assertThat(settled.calls()).hasSize(2);
  }

  @Test
  void addsToWhatThePagesAsked() {
    assertThat(asked.of("main", "A1")).isNull();

    asked.add("main", "A1", Map.of("orderamt", 1990, "media_list", List.of("a")));
    asked.add("main", "A1", Map.of("cancel", true));

    assertThat(asked.of("main", "A1"))
        .containsEntry("orderamt", 1990)
        .containsEntry("media_list", List.of("a"))
        .containsEntry("cancel", true);
  }
}
