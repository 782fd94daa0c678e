package com.wechaterp.hub.document;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says several findings about one object as one problem, so that all are mended at once. */
public final class Findings {

  private static final int SHOWN = 20;

  private Findings() {}

  /** Throws the hold for what is wrong with an object of the ERP, if anything is. */
  public static void holdIfAny(String object, String key, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new HoldException(Hold.of(together(object, key, problems), Release.ERP_CHANGE));
    }
  }

  /** Returns the only problem, or the object's {@code …-rules}, which lists them all. */
  public static Problem together(String object, String key, List<Problem> problems) {
    if (problems.size() == 1) {
      return problems.get(0);
    }
    String list =
        problems.stream().limit(SHOWN).map(Findings::line).collect(Collectors.joining("; "));
    return Problem.of(object + "-rules", "key", key, "count", problems.size(), "violations", list);
  }

  /** Free of any language, as a fact is shown in both; {@code explain} knows the code. */
  private static String line(Problem problem) {
    Map<String, String> facts = problem.facts();
    String range = facts.containsKey("most") ? facts.get("least") + ".." + facts.get("most") : "";
    return facts.getOrDefault("field", facts.getOrDefault("column", "-"))
        + " = "
        + facts.getOrDefault("found", facts.getOrDefault("value", "-"))
        + " ["
        + (problem.code() + " " + range).strip()
        + "]";
  }
}
