package com.wechaterp.hub.erp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a database means to read one table of a statement (a row of MySQL's EXPLAIN output).
 *
 * @param alias the table as the statement calls it
 * @param readWhole whether every row is read
 * @param walked whether every row is read in the order of an index, which a writing statement does
 *     where it cannot seek
 * @param rows how many rows it expects; 0 if it reads none
 */
record PlannedTable(String alias, boolean readWhole, boolean walked, long rows) {

  private static final Pattern WHERE = Pattern.compile("\\bWHERE\\b", Pattern.CASE_INSENSITIVE);

  static PlannedTable of(ResultSet row) throws SQLException {
    String alias = row.getString("table");
    boolean real = alias != null && !alias.startsWith("<");
    String type = row.getString("type");
    return new PlannedTable(
        real ? alias : "",
        real && "ALL".equals(type),
        real && "index".equals(type),
        row.getLong("rows"));
  }

  /** Returns the table's own name, where the statement gives it another. */
  String nameIn(String statement) {
    Matcher named =
        Pattern.compile(
                "\\b(?:FROM|JOIN|UPDATE|INTO|,)\\s+([\\w.`]+)\\s+(?:AS\\s+)?`?"
                    + Pattern.quote(alias)
                    + "`?\\b",
                Pattern.CASE_INSENSITIVE)
            .matcher(statement);
    return named.find() ? named.group(1).replace("`", "") : alias;
  }

  /** Returns the columns that the statement compares with a value, "…" if it is not plain. */
  String comparedIn(String statement) {
    Matcher where = WHERE.matcher(statement);
    Set<String> columns = new LinkedHashSet<>();
    if (where.find()) {
      Matcher compared =
          Pattern.compile(
                  "(?<![\\w.`])(?:`?"
                      + Pattern.quote(alias)
                      + "`?\\.)?`?(\\w+)`?\\s*(?:=|>=?|\\bIN\\s*\\()\\s*:\\w",
                  Pattern.CASE_INSENSITIVE)
              .matcher(statement);
      compared.region(where.start(), statement.length());
      while (compared.find()) {
        columns.add(compared.group(1));
      }
    }
    return columns.isEmpty() ? "…" : String.join(", ", columns);
  }
}
