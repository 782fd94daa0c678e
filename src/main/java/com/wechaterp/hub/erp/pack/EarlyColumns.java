package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Asks for the columns of a port that need not be there, but without which its rows get stuck. */
public final class EarlyColumns {

  private static final String ALWAYS = "always";
  private static final Pattern ALL =
      Pattern.compile("(?:SELECT|\\.)\\s*\\*(?!/)", Pattern.CASE_INSENSITIVE);

  private EarlyColumns() {}

  /** Returns one problem for each port that leaves some out, as far as its SQL shows it. */
  public static List<Problem> missing(Pack pack) {
    return pack.ports().values().stream()
        .map(port -> problem(port, missing(pack, port)))
        .filter(problem -> !problem.facts().getOrDefault("columns", "").isEmpty())
        .toList();
  }

  private static List<String> missing(Pack pack, Port port) {
    String sql = port.statements().get(0);
    return port.type().early().entrySet().stream()
        .filter(early -> applies(early.getValue(), pack.constants()))
        .map(Map.Entry::getKey)
        .filter(column -> !pack.constants().containsKey(column))
        .filter(column -> port.rule(column).otherwise() == null)
        .filter(column -> !returns(sql, column))
        .toList();
  }

  private static boolean applies(String when, Map<String, String> constants) {
    String[] words = when.split(" ");
    return when.equals(ALWAYS) || constants.getOrDefault(words[0], words[1]).equals(words[1]);
  }

  /** A column of the same name that is only compared has its table before it. */
  private static boolean returns(String sql, String column) {
    return ALL.matcher(sql).find()
        || Pattern.compile(
                "(?<![\\w.:])[`\"]?" + Pattern.quote(column) + "[`\"]?(?![\\w.])",
                Pattern.CASE_INSENSITIVE)
            .matcher(sql)
            .find();
  }

  private static Problem problem(Port port, List<String> columns) {
    return Problem.of(
        "erp-columns-early",
        "port",
        port.name(),
        "file",
        port.file(),
        "columns",
        String.join(", ", columns));
  }
}
