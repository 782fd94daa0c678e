package com.wechaterp.hub.erp.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.clock.NodeClock;
import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.ErpProperties;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.PortType;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.testing.MovableClock;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes found by time and by id on a real MariaDB. The clock stands at 10:00 in China. */
class CursorFinderIT {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String SQL =
      "SELECT k AS changed_key, t AS changed_at FROM changes"
          + " WHERE t > :since OR t = :since AND k > :since_key ORDER BY t, k LIMIT :limit";

  private final MovableClock clock = new MovableClock();
  private Clock now = clock;
  private final HikariDataSource hub = HubDatabase.h2();
  private final String url = MariaDb.createDatabase("cursor");
  private final ErpDatabase database =
      new ErpDatabase(new ErpProperties("test", url, "root", "", 4, Duration.ofMinutes(1)));
  private final KeyCheck check =
      new KeyCheck(PortType.require("products"), "changed.sql", "changed_key");
  private final List<String> marked = new ArrayList<>();
  private Connection connection;
  private JdbcTemplate erp;

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection(url, "root", "");
    erp = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    database.close();
    hub.close();
  }

  @ParameterizedTest
  @CsvSource({
    "DATETIME, datetime, '2026-03-01 09:59:50', '2026-03-01 09:59:55'",
    "TIMESTAMP, datetime, '2026-03-01 09:59:50', '2026-03-01 09:59:55'",
    "BIGINT, seconds, 1772330390, 1772330395",
    "BIGINT, millis, 1772330390000, 1772330395000"
  })
  void findsEachChangeOnceMoreAndThenNothing(String type, String unit, String time, String later) {
    create(type);
    insert("A", time);
    ChangeRule rule = byTime(unit, Duration.ofMinutes(1));

    assertThat(poll(rule)).containsExactly("A");
    clock.forward(Duration.ofSeconds(5));
    insert("B", later);
    assertThat(poll(rule)).containsExactly("A", "B");
    clock.forward(Duration.ofSeconds(5));
    assertThat(poll(rule)).containsExactly("B");
    clock.forward(Duration.ofSeconds(5));
    assertThat(poll(rule)).isEmpty();
  }

  @Test
  void findsASecondChangeWithinTheSameSecond() {
    create("DATETIME");
    insert("A", "2026-03-01 09:59:59");
    ChangeRule rule = byTime("datetime", Duration.ZERO);
    poll(rule);

    // Changed again in that very second, after it was read: nothing to be seen in the row's time.
    clock.forward(Duration.ofSeconds(10));

    assertThat(poll(rule)).containsExactly("A");
  }

  @Test
  void findsARowThatWasCommittedLate() {
    create("DATETIME");
    insert("B", "2026-03-01 09:59:50");
    ChangeRule rule = byTime("datetime", Duration.ofMinutes(1));
    poll(rule);

    insert("A", "2026-03-01 09:59:20");

    assertThat(poll(rule)).containsExactly("A");
  }

  @Test
  void findsARowThatWasCommittedLateThoughThisNodesClockIsAhead() {
    NodeClock node = new NodeClock(clock, Language.EN);
    Instant truth = clock.instant().minus(Duration.ofMinutes(10));
    node.compare("wechat", truth, clock.instant(), clock.instant());
    now = node.cautious();
    create("DATETIME");
    insert("B", "2026-03-01 09:49:50");
    ChangeRule rule = byTime("datetime", Duration.ofMinutes(1));
    poll(rule);

    insert("A", "2026-03-01 09:49:20");

    assertThat(poll(rule)).containsExactly("A");
  }

  @Test
  void marksNothingOfALogThatNamesAKeyTwiceOnceBothWereSeen() {
    create("DATETIME");
    insert("A", "2026-03-01 09:59:50");
    insert("A", "2026-03-01 09:59:52");
    ChangeRule rule = byTime("datetime", Duration.ofMinutes(1));
    poll(rule);
    clock.forward(Duration.ofSeconds(5));
    poll(rule);
    clock.forward(Duration.ofSeconds(5));

    assertThat(poll(rule)).isEmpty();
  }

  @Test
  void readsMorePagesThanOneWithManyRowsOfOneTime() {
    create("DATETIME");
    insert(2500, "K%d", "2026-03-01 08:00:00");

    assertThat(poll(byTime("datetime", Duration.ofMinutes(1))))
        .hasSize(2500)
        .doesNotHaveDuplicates();
    assertThat(poll(byTime("datetime", Duration.ofMinutes(1)))).isEmpty();
  }

  @Test
  void findsByIdWhatWasCommittedLateWithinTheOverlapAndMarksNothingTwice() {
    create("BIGINT");
    insert("B", "105");
    ChangeRule rule =
        new ChangeRule(ChangeRule.By.ID, SQL, "log.sql", "datetime", null, Duration.ZERO, 10);
    assertThat(poll(rule)).containsExactly("B");
    assertThat(poll(rule)).isEmpty();

    insert("A", "99");
    insert("LOST", "90");

    assertThat(poll(rule)).containsExactly("A");
    assertThat(poll(rule)).isEmpty();
  }

  @Test
  void readsAgainWhatCouldNotBeMarked() {
    create("DATETIME");
    insert("A", "2026-03-01 09:00:00");
    ChangeRule rule = byTime("datetime", Duration.ofMinutes(1));

    assertThatThrownBy(
            () ->
                find(
                    rule,
                    keys -> {
                      throw new DataAccessResourceFailureException("the hub's disk is full");
                    }))
        .isInstanceOf(DataAccessResourceFailureException.class);

    assertThat(poll(rule)).containsExactly("A");
  }

  @Test
  void namesBadKeysAndGoesOnWithTheirNeighbours() {
    create("DATETIME");
    String time = "2026-03-01 08:00:00";
    insert(null, time);
    insert("A", time);
    insert(" B", time);
    insert("C", time);
    insert("Z".repeat(129), time);

    assertThat(poll(byTime("datetime", Duration.ofMinutes(1)))).containsExactly("A", "C");
    assertThat(check.bad().stream().map(problem -> problem.sentence(Language.EN)))
        .anyMatch(told -> told.contains("changed.sql returns a row whose changed_key is NULL"))
        .anyMatch(told -> told.contains("' B'") && told.contains("port products"))
        .anyMatch(told -> told.contains("'ZZZ") && told.contains("129 characters"))
        .hasSize(3);

    insert("D", "2026-03-01 08:00:01");
    assertThat(poll(byTime("datetime", Duration.ofMinutes(1)))).containsExactly("D");
  }

  @Test
  void losesNoneOfTheKeysThatTheErpTakesForOneWhereAPageEnds() {
    create("DATETIME");
    String time = "2026-03-01 08:00:00";
    insert(999, "%04d", time);
    insert("abc", time);
    insert("ABC", time);
    insert("Abd", time);

    assertThat(poll(byTime("datetime", Duration.ofMinutes(1))))
        .hasSize(1002)
        .contains("abc", "ABC", "Abd")
        .doesNotHaveDuplicates();
  }

  private static ChangeRule byTime(String unit, Duration overlap) {
    return new ChangeRule(ChangeRule.By.TIME, SQL, "changed.sql", unit, null, overlap, 0);
  }

  private List<String> poll(ChangeRule rule) {
    marked.clear();
    find(rule, marked::addAll);
    return List.copyOf(marked);
  }

  private void find(ChangeRule rule, Consumer<List<String>> mark) {
    new CursorFinder(
            database,
            new ErpCursors(new JdbcTemplate(hub)),
            new TransactionTemplate(new JdbcTransactionManager(hub)),
            now)
        .find("main/products/test", rule, CHINA, check, mark);
  }

  private void create(String type) {
    erp.execute("CREATE TABLE changes (k VARCHAR(200), t " + type + " NOT NULL)");
  }

  private void insert(int rows, String key, String time) {
    erp.batchUpdate(
        "INSERT INTO changes VALUES (?, ?)",
        IntStream.rangeClosed(1, rows)
            .mapToObj(row -> new Object[] {String.format(key, row), time})
            .toList());
  }

  private void insert(@Nullable String key, String time) {
    erp.update("INSERT INTO changes VALUES (?, ?)", key, time);
  }

  @ParameterizedTest
  @CsvSource({
    "DATETIME, datetime, '2026-03-01 09:00:00', '2026-03-01 09:30:00', '2026-03-01 09:30:01'",
    "BIGINT, seconds, 1772326800, 1772328600, 1772328601"
  })
  void listsWhatLastChangedWithinASpanOfTime(
      String type, String unit, String first, String last, String after) {
    create(type);
    insert("A", first);
    insert("B", last);
    insert("C", after);
    List<String> found = new ArrayList<>();

    new WindowFinder(database)
        .find(
            new ChangeRule(ChangeRule.By.TIME, SQL, "t.sql", unit, null, Duration.ofMinutes(1), 0),
            CHINA,
            check,
            Instant.parse("2026-03-01T01:00:00Z"),
            Instant.parse("2026-03-01T01:30:00Z"),
            found::addAll);

    assertThat(found).containsExactly("A", "B");
  }
}
