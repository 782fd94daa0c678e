package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.FaultyProxy;
import com.wechaterp.hub.testing.MariaDb;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one MariaDB; the line of the first can fall silent. */
@Timeout(120)
class HubPoolIT {

  private static final DatabaseProperties SHORT =
      new DatabaseProperties(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          Duration.ofSeconds(2),
          Duration.ofMinutes(2));

  private final String url = MariaDb.createDatabase("pool");
  private FaultyProxy line;
  private HikariDataSource cutOff;
  private HikariDataSource healthy;
  private JdbcTemplate jdbc;

  @BeforeEach
  void open() throws Exception {
    line = FaultyProxy.to(URI.create(url.substring("jdbc:".length())).getPort());
    cutOff = StoreOf.pool(url.replaceFirst(":\\d+/", ":" + line.port() + "/"), "root", SHORT);
    cutOff.setMaximumPoolSize(2);
    healthy = StoreOf.pool(url, "root", SHORT);
    healthy.setMaximumPoolSize(3);
    jdbc = new JdbcTemplate(healthy);
    jdbc.execute("CREATE TABLE thing (id INT PRIMARY KEY, amount INT NOT NULL)");
    jdbc.update("INSERT INTO thing VALUES (1, 0), (2, 0)");
  }

  @AfterEach
  void close() throws Exception {
    line.close();
    cutOff.close();
    healthy.close();
  }

  @Test
  void limitsEveryWaitOfASession() {
    MariaDb.require("limits of a statement and of an idle transaction");
    try (HikariDataSource pool = StoreOf.pool(url, "root")) {
      Map<String, Object> session =
          new JdbcTemplate(pool)
              .queryForMap(
                  "SELECT @@innodb_lock_wait_timeout lock_wait, @@wait_timeout idle,"
                      + " @@idle_transaction_timeout idle_transaction,"
                      + " @@max_statement_time statement, @@tx_isolation isolation");

      assertThat(session.toString())
          .isEqualTo(
              "{lock_wait=5, idle=60, idle_transaction=15, statement=30.0,"
                  + " isolation=READ-COMMITTED}");
      assertThat(pool.getKeepaliveTime()).isLessThan(60_000).isPositive();
      assertThat(pool.getDataSourceProperties())
          .containsEntry("connectTimeout", "5000")
          .containsEntry("socketTimeout", "35000")
          .containsEntry("tcpKeepAlive", "true");
    }
  }

  @Test
  void leavesWhatTheUrlSaysItself() {
    try (HikariDataSource pool = StoreOf.pool(url + "&socketTimeout=7000", "root")) {
      assertThat(pool.getDataSourceProperties()).doesNotContainKey("socketTimeout");
    }
  }

  @Test
  void givesUpSilentConnectionsAndWorksOnceTheLineIsMended() {
    JdbcTemplate far = new JdbcTemplate(cutOff);
    assertThat(far.queryForObject("SELECT COUNT(*) FROM thing", Integer.class)).isEqualTo(2);

    line.freeze();
    Instant begun = Instant.now();
    assertThatThrownBy(() -> far.queryForObject("SELECT COUNT(*) FROM thing", Integer.class))
        .isInstanceOf(DataAccessException.class);
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));

    line.pass();
    assertThat(far.queryForObject("SELECT COUNT(*) FROM thing", Integer.class)).isEqualTo(2);
  }

  @Test
  void replacesConnectionsAFirewallForgot() {
    JdbcTemplate far = new JdbcTemplate(cutOff);
    assertThat(far.queryForObject("SELECT COUNT(*) FROM thing", Integer.class)).isEqualTo(2);

    line.forget();

    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(DataAccessException.class)
        .until(() -> far.queryForList("SELECT id FROM thing").size() == 2);
  }

  @Test
  void freesAHealthyNodeFromTheLocksOfASilentOne() {
    // MySQL has only wait_timeout for it, a minute.
    MariaDb.require("limit of an idle transaction");
    TransactionTemplate silent = new TransactionTemplate(new JdbcTransactionManager(cutOff));
    JdbcTemplate far = new JdbcTemplate(cutOff);
    assertThatThrownBy(
            () ->
                silent.executeWithoutResult(
                    status -> {
                      far.update("UPDATE thing SET amount = 1 WHERE id = 1");
                      line.freeze();
                      StoreOf.transaction(healthy)
                          .executeWithoutResult(
                              mine -> jdbc.update("UPDATE thing SET amount = 2 WHERE id = 1"));
                      far.update("UPDATE thing SET amount = 1 WHERE id = 2");
                    }))
        .isInstanceOf(RuntimeException.class);

    // Had the healthy one failed, nothing would have been changed.
    assertThat(jdbc.queryForList("SELECT amount FROM thing ORDER BY id", Integer.class))
        .containsExactly(2, 0);
  }

  @Test
  void endsATransactionThatLastsTooLong() {
    JdbcTransactionManager transactions = new JdbcTransactionManager(healthy);
    new StoreConfiguration()
        .transactionLimit(StoreOf.where(url, "root"), SHORT)
        .customize(transactions);

    assertThatThrownBy(
            () ->
                new TransactionTemplate(transactions)
                    .executeWithoutResult(
                        status -> {
                          for (int second = 0; second < 30; second++) {
                            jdbc.update("UPDATE thing SET amount = SLEEP(1) + 5 WHERE id = 1");
                          }
                        }))
        .isInstanceOfAny(TransactionTimedOutException.class, DataAccessException.class);
    assertThat(jdbc.queryForObject("SELECT amount FROM thing WHERE id = 1", Integer.class))
        .isZero();
  }
}
