package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.DocumentReader;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.erp.pack.PortKind;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Checks a pack against the ERP's database: that its SQL runs and returns what its ports need. */
public class PackCheck {

  private final Supplier<Pack> pack;
  private final ErpDatabase database;

  public PackCheck(Supplier<Pack> pack, ErpDatabase database) {
    this.pack = pack;
    this.database = database;
  }

  /** Returns what is wrong, port by port; reads at most one row of each. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    try {
      pack.get().ports().values().stream()
          .filter(port -> port.type().kind() == PortKind.READ)
          .forEach(port -> check(port, problems));
    } catch (ProblemException e) {
      problems.add(e.problem());
    }
    return problems;
  }

  private void check(Port port, List<Problem> problems) {
    try {
      ResultSetExtractor<Set<String>> aliases =
          rows -> {
            ResultSetMetaData columns = rows.getMetaData();
            Set<String> labels = new LinkedHashSet<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
              labels.add(columns.getColumnLabel(i));
            }
            return labels;
          };
      Set<String> found =
          database.run(
              port.file(),
              () ->
                  database
                      .template()
                      .query(port.sqlForKeys(), Map.of("keys", List.of("0")), aliases));
      problems.addAll(new DocumentReader(pack.get(), port).aliasProblems(found));
    } catch (ErpException e) {
      problems.add(e.problem());
    }
  }
}
