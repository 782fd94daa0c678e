package com.wechaterp.hub.erp;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Finds the line of a SQL file that a database complains of: the one it names, or the first that
 * has the name it does not know. Statements keep the lines of their file.
 */
final class SqlLine {

  /** MySQL and MariaDB count from the statement's first line. */
  private static final Pattern LINE = Pattern.compile("\\bat line (\\d+)");

  /** H2 marks the place in the statement. */
  private static final Pattern MARKED = Pattern.compile("(?s)SQL statement \"(.*?)\\[\\*]");

  private static final Pattern BREAK = Pattern.compile("\n|\\\\000a");

  private static final List<Pattern> NAMED =
      List.of(
          Pattern.compile(
              "(?i)(?:column|table|function|procedure) [\"'`](?:[^.\"'`]+\\.)*([^\"'`]+)[\"'`]"),
          Pattern.compile("(?i)(?:function|procedure) (?:[\\w$]+\\.)*([\\w$]+) does not exist"));

  private SqlLine() {}

  /** Returns the file with the line, such as {@code shop/products.sql:12}, if it can be told. */
  static String at(String file, RuntimeException failure) {
    OptionalInt line = line(failure);
    return line.isPresent() ? file + ":" + line.getAsInt() : file;
  }

  private static OptionalInt line(RuntimeException failure) {
    String sql = sql(failure);
    String says = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    if (sql == null) {
      return OptionalInt.empty();
    }
    Matcher line = LINE.matcher(says);
    if (line.find()) {
      return OptionalInt.of(Integer.parseInt(line.group(1)));
    }
    Matcher marked = MARKED.matcher(says);
    if (marked.find()) {
      return OptionalInt.of(BREAK.split(marked.group(1), -1).length);
    }
    return NAMED.stream()
        .map(named -> named.matcher(says))
        .filter(Matcher::find)
        .map(named -> of(sql, named.group(1)))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private static OptionalInt of(String sql, String name) {
    Pattern word = Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
    List<String> lines = sql.lines().map(line -> line.replaceAll("--\\s.*|--$", "")).toList();
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .filter(i -> word.matcher(lines.get(i)).find())
        .mapToInt(i -> i + 1)
        .findFirst();
  }

  private static @Nullable String sql(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof BadSqlGrammarException wrong) {
        return wrong.getSql();
      }
      if (each instanceof UncategorizedSQLException other) {
        return other.getSql();
      }
    }
    return null;
  }
}
