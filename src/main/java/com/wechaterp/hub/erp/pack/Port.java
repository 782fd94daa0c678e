package com.wechaterp.hub.erp.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One port of a pack.
 *
 * @param type what the port is for every pack
 * @param statements its SQL: one statement to read, one or more to write
 * @param file the SQL file, for errors
 * @param changes how changes are found
 * @param rules how columns become canonical, by alias
 * @param mustChange the statements that must change a row, counted from 0; null where {@code
 *     pack.yaml} says nothing of it
 */
public record Port(
    PortType type,
    List<String> statements,
    String file,
    ChangeRule changes,
    Map<String, ColumnRule> rules,
    @Nullable Set<Integer> mustChange) {

  /**
   * {@code :keys(g.id)} or {@code :keys(HEX(g.id))} is where a reading statement is narrowed to the
   * keys asked for.
   */
  static final Pattern KEYS = Pattern.compile(":keys\\(\\s*((?:[^()]|\\([^()]*\\))+?)\\s*\\)");

  /** Returns the name, such as {@code products}. */
  public String name() {
    return type.name();
  }

  /** Returns the reading statement for all rows. */
  public String sqlForAll() {
    return KEYS.matcher(statements.get(0)).replaceAll("1 = 1");
  }

  /** Returns the reading statement for the keys of the parameter {@code keys}. */
  public String sqlForKeys() {
    return KEYS.matcher(statements.get(0))
        .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + " IN (:keys)"));
  }

  /** Returns whether a statement that changes no row has failed; statements count from 0. */
  public boolean mustChange(int statement) {
    Set<Integer> stated = mustChange;
    return stated == null ? type.mustChange() && statement == 0 : stated.contains(statement);
  }

  /** Returns whether {@code pack.yaml} says that a write without effect is right. */
  public boolean mayChangeNothing() {
    Set<Integer> stated = mustChange;
    return stated != null && !stated.contains(0);
  }

  /** Returns the rule of a column. */
  public ColumnRule rule(String column) {
    return rules.getOrDefault(column, ColumnRule.NONE);
  }
}
