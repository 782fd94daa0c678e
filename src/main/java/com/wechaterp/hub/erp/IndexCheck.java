package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.ColumnType;
import com.wechaterp.hub.erp.pack.ColumnWriter;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.erp.pack.PortKind;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statements of a pack that read or lock a whole table for want of an index, by the
 * database's own plan (EXPLAIN of MySQL and MariaDB). Runs none of them.
 */
public class IndexCheck {

  /** A table that is read whole in a moment. */
  private static final long FEW_TO_READ = 1000;

  /** Locks hurt sooner: each row is one that a clerk may be working on. */
  private static final long FEW_TO_LOCK = 100;

  private final Supplier<Pack> pack;
  private final ErpDatabase database;

  public IndexCheck(Supplier<Pack> pack, ErpDatabase database) {
    this.pack = pack;
    this.database = database;
  }

  /** Returns one problem for each statement and table; empty for databases of other makes. */
  public List<Problem> problems() {
    Set<Problem> problems = new LinkedHashSet<>();
    if (database.mysql()) {
      pack.get().ports().values().forEach(port -> problems.addAll(problems(port)));
    }
    return List.copyOf(problems);
  }

  private List<Problem> problems(Port port) {
    if (port.type().kind() == PortKind.WRITE) {
      Map<String, @Nullable Object> values = written(port);
      return port.statements().stream()
          .flatMap(statement -> look(port.file(), statement, values, FEW_TO_LOCK).stream())
          .toList();
    }
    List<Problem> problems = new ArrayList<>();
    Map<String, Object> keys = Map.of("keys", List.of("0"));
    problems.addAll(look(port.file(), port.sqlForKeys(), keys, FEW_TO_READ));
    ChangeRule rule = port.changes();
    if (rule.by() != ChangeRule.By.SNAPSHOT) {
      Map<String, Object> now = Map.of("since", now(rule), "since_key", "0", "limit", 1000);
      problems.addAll(look(rule.file(), rule.sql(), now, FEW_TO_READ));
    }
    return problems;
  }

  private static Object now(ChangeRule rule) {
    return rule.by() == ChangeRule.By.TIME && rule.unit().equals("datetime")
        ? LocalDateTime.now()
        : (Object) System.currentTimeMillis();
  }

  /** The kind of a value decides whether an index fits. */
  private Map<String, @Nullable Object> written(Port port) {
    ColumnWriter writer = new ColumnWriter(pack.get(), port);
    Map<String, @Nullable Object> values = new HashMap<>();
    port.type()
        .columns()
        .forEach((name, column) -> values.put(name, writer.write(name, sample(column.type()))));
    return values;
  }

  private static Object sample(ColumnType type) {
    return switch (type) {
      case FEN, COUNT, STOCK -> 0L;
      case FLAG -> true;
      case TIME -> Instant.now();
      case LIST -> List.of("0");
      case TEXT, ATTRS, EXTRA -> "0";
    };
  }

  private List<Problem> look(
      String file, String statement, Map<String, ? extends @Nullable Object> values, long few) {
    boolean locks = few == FEW_TO_LOCK;
    try {
      return database.ask(
          file,
          () ->
              database
                  .template()
                  .query("EXPLAIN " + statement, values, (row, index) -> PlannedTable.of(row))
                  .stream()
                  .filter(table -> table.readWhole() || table.walked() && locks)
                  .filter(table -> table.rows() >= few)
                  .map(table -> problem(file, statement, table, locks))
                  .toList());
    } catch (ErpException e) {
      // What cannot even be explained, the check of the pack has told.
      return List.of();
    }
  }

  private static Problem problem(String file, String statement, PlannedTable table, boolean locks) {
    return Problem.of(
        locks ? "erp-index-lock" : "erp-index-scan",
        "file",
        file,
        "table",
        table.nameIn(statement),
        "column",
        table.comparedIn(statement),
        "rows",
        table.rows());
  }
}
