package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An ERP of things with a time, behind a pack made for one test. */
abstract class ErpTimes {

  static final String READ =
      """
      SELECT c.no AS `out_user_coupon_id`, 'C' AS `out_coupon_id`, 'o' AS `openid`,
        c.t AS `recv_time`
      FROM thing c
      WHERE :keys(c.no)
      ORDER BY c.no""";
  static final String CHANGED =
      """
      SELECT c.changed_key, c.changed_at FROM (SELECT no AS changed_key, t AS changed_at FROM thing) c
      WHERE c.changed_at > :since OR (c.changed_at = :since AND c.changed_key > :since_key)
      ORDER BY c.changed_at, c.changed_key LIMIT :limit""";
  static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");

  @TempDir Path folder;
  final String url = MariaDb.createDatabase("times");
  final DriverManagerDataSource merchant =
      new DriverManagerDataSource(url + "&sessionVariables=time_zone='%2B08:00'", "root", "");
  final JdbcTemplate jdbc = new JdbcTemplate(merchant);
  final TimeZone machine = TimeZone.getDefault();
  final HikariDataSource hub = HubDatabase.h2();
  final WorkList workList = Mockito.mock(WorkList.class);
  final List<String> marked = new ArrayList<>();
  ErpDatabase database;
  PackFolder pack;
  SqlErp erp;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("user-coupons.sql"), READ);
    Files.writeString(folder.resolve("changed.sql"), CHANGED);
    Mockito.doAnswer(call -> marked.addAll(call.getArgument(2, Collection.class)))
        .when(workList)
        .markAll(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.anyInt(), Mockito.any());
  }

  @AfterEach
  void close() {
    TimeZone.setDefault(machine);
    jdbc.execute("SET GLOBAL time_zone = 'SYSTEM'");
    database.close();
    hub.close();
  }

  /** Old ERPs run servers that take days which do not exist. */
  void legacy(String sql) {
    jdbc.execute(
        (org.springframework.jdbc.core.StatementCallback<Boolean>)
            statement -> {
              statement.execute("SET sql_mode = ''");
              return statement.execute(sql);
            });
  }

  void open(String rule, String changes, String parameters) throws IOException {
    String claim = Files.exists(folder.resolve("coupon-claim.sql")) ? "\n  coupon-claim: {}" : "";
    Files.writeString(
        folder.resolve("pack.yaml"),
        "ports:\n  user-coupons: {changes: "
            + changes
            + ", columns: {recv_time: "
            + rule
            + "}}"
            + claim);
    database =
        new ErpDatabase(
            new ErpProperties(
                folder.toString(), url + "&" + parameters, "root", "", 4, Duration.ofSeconds(30)));
    pack = new PackFolder(Path.of("."), folder.toString(), text -> text);
    database.inZone(pack::zone);
    ErpChanges changed =
        new ErpChanges(
            database,
            new JdbcTemplate(hub),
            new TransactionTemplate(new JdbcTransactionManager(hub)),
            workList,
            Clock.systemUTC());
    erp = new SqlErp(pack::pack, database, changed, workList, Language.EN);
  }

  Object received(String no) {
    return erp.read("user-coupons", no).orElseThrow().get("recv_time");
  }

  List<String> find() {
    marked.clear();
    erp.findChanges("user-coupons", "flow", "main");
    return List.copyOf(marked);
  }
}
