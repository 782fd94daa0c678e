package com.wechaterp.hub.rehearsal.demo;

import java.nio.file.Path;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a hub and its ERP hold in the end, without ids of rows and times.
 *
 * @param events the events received
 * @param work the keys that are left in the work list
 * @param erp the rows of every table of the ERP
 */
record StormRows(List<String> events, List<String> work, Map<String, List<String>> erp) {

  private static final Set<Integer> TIMES = Set.of(Types.TIMESTAMP, Types.DATE, Types.TIME);

  /** Reads them from the stopped hub's database file and from the ERP. */
  static StormRows of(Path hubFile, String erpUrl) {
    JdbcTemplate hub =
        new JdbcTemplate(
            new DriverManagerDataSource(
                "jdbc:h2:file:"
                    + hubFile.toAbsolutePath()
                    + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "sa",
                ""));
    JdbcTemplate erp = new JdbcTemplate(new DriverManagerDataSource(erpUrl, "root", ""));
    Map<String, List<String>> tables = new TreeMap<>();
    erp.queryForList("SHOW TABLES", String.class)
        .forEach(table -> tables.put(table, rows(erp, "SELECT * FROM " + table)));
    return new StormRows(
        rows(hub, "SELECT account, event, event_key, flow, work_key, marked FROM inbox_event"),
        rows(hub, "SELECT flow, account, work_key, state, release_by FROM work"),
        tables);
  }

  private static List<String> rows(JdbcTemplate jdbc, String sql) {
    return jdbc
        .query(
            sql,
            (row, index) -> {
              List<String> values = new ArrayList<>();
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                if (!TIMES.contains(row.getMetaData().getColumnType(i))) {
                  values.add(row.getMetaData().getColumnLabel(i) + "=" + row.getString(i));
                }
              }
              return String.join(" ", values);
            })
        .stream()
        .sorted()
        .toList();
  }
}
