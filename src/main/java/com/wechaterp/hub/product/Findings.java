package com.wechaterp.hub.product;

import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says several findings about one product as one problem, so that all are mended at once. */
final class Findings {

  private static final int SHOWN = 20;

  private Findings() {}

  /** Returns the only problem, or one that lists them all. */
  static Problem together(String key, List<Problem> problems) {
    if (problems.size() == 1) {
      return problems.get(0);
    }
    String list =
        problems.stream().limit(SHOWN).map(Findings::line).collect(Collectors.joining("; "));
    return Problem.of("product-rules", "key", key, "count", problems.size(), "violations", list);
  }

  /** Free of any language, as a fact is shown in both; {@code explain} knows the code. */
  private static String line(Problem problem) {
    Map<String, String> facts = problem.facts();
    String range = facts.containsKey("most") ? facts.get("least") + ".." + facts.get("most") : "";
    return facts.get("field")
        + " = "
        + facts.get("found")
        + " ["
        + (problem.code() + " " + range).strip()
        + "]";
  }
}
