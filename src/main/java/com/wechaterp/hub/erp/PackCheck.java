package com.wechaterp.hub.erp;

import com.wechaterp.hub.document.ExtraPaths;
import com.wechaterp.hub.erp.change.ChangeTrial;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.DocumentReader;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.erp.pack.PortKind;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.sql.JDBCType;
import java.sql.ResultSetMetaData;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Checks a pack against the ERP's database: that its SQL runs and returns what its ports need. */
public class PackCheck {

  private static final Set<Integer> TEXTS =
      Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR);

  private final Supplier<Pack> pack;
  private final ErpDatabase database;
  private final ExtraPaths extraPaths;

  /** Creates the check of a pack that has no extra columns. */
  public PackCheck(Supplier<Pack> pack, ErpDatabase database) {
    this(pack, database, ExtraPaths.NONE);
  }

  PackCheck(Supplier<Pack> pack, ErpDatabase database, ExtraPaths extraPaths) {
    this.pack = pack;
    this.database = database;
    this.extraPaths = extraPaths;
  }

  /** Returns what is wrong, port by port; reads at most one row of each and writes nothing. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    try {
      for (Port port : pack.get().ports().values()) {
        try {
          if (port.type().kind() == PortKind.READ) {
            read(port, problems);
            changes(port, problems);
          } else {
            write(port);
          }
        } catch (ErpException e) {
          problems.add(e.problem());
          if (e.kind() == ErpException.Kind.OUTAGE || ErpFailures.isOfSettings(e.problem())) {
            // Every port would say the same.
            return problems;
          }
        }
      }
    } catch (ProblemException e) {
      problems.add(e.problem());
    }
    return problems;
  }

  private void read(Port port, List<Problem> problems) {
    Map<String, Integer> found =
        columns(port.file(), port.sqlForKeys(), Map.of("keys", List.of("0")));
    problems.addAll(reader(port).aliasProblems(found.keySet()));
  }

  private DocumentReader reader(Port port) {
    return new DocumentReader(pack.get(), port, (file, key, found) -> {}, extraPaths);
  }

  private void changes(Port port, List<Problem> problems) {
    ChangeRule rule = port.changes();
    if (rule.by() == ChangeRule.By.SNAPSHOT) {
      return;
    }
    Map<String, Object> nothing = new HashMap<>();
    List.of("since", "since_key").forEach(name -> nothing.put(name, null));
    nothing.put("limit", 1);
    Map<String, Integer> found = columns(rule.file(), rule.sql(), nothing);
    Integer type = found.get("changed_at");
    if (type != null && rule.knows(type)) {
      problems.addAll(
          database.ask(
              rule.file(),
              () -> ChangeTrial.problems(database, pack.get(), port, TEXTS.contains(type))));
    } else if (type != null) {
      problems.add(rule.refusal(port.type(), JDBCType.valueOf(type).getName()));
    }
    for (String needed : List.of("changed_key", "changed_at")) {
      if (!found.containsKey(needed)) {
        problems.add(
            Problem.of(
                "erp-column-missing",
                "port",
                port.name(),
                "file",
                rule.file(),
                "column",
                needed,
                "nearest",
                String.join(", ", Nearest.of(needed, found.keySet()))));
      }
    }
  }

  /** The database explains each statement, which checks names and rights and changes nothing. */
  private void write(Port port) {
    Map<String, Object> nothing = new HashMap<>();
    port.type().columns().keySet().forEach(column -> nothing.put(column, null));
    for (String statement : port.statements()) {
      columns(port.file(), "EXPLAIN " + statement, nothing);
    }
  }

  /** Returns the aliases of a statement with their types, as {@link java.sql.Types} has them. */
  private Map<String, Integer> columns(String file, String sql, Map<String, ?> values) {
    ResultSetExtractor<Map<String, Integer>> labels =
        rows -> {
          ResultSetMetaData columns = rows.getMetaData();
          Map<String, Integer> found = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            found.put(columns.getColumnLabel(i), columns.getColumnType(i));
          }
          return found;
        };
    return database.ask(file, () -> database.template().query(sql, values, labels));
  }
}
