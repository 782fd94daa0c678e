package com.wechaterp.hub.cli;

import com.wechaterp.hub.erp.pack.EarlyColumns;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a pack leaves out, which is no mistake but should be known. */
final class PackFindings {

  private PackFindings() {}

  /** Returns what is asked for before the first row gets stuck for want of it. */
  static List<Finding> early(Pack pack) {
    return EarlyColumns.missing(pack).stream()
        .map(problem -> Finding.bad("pack " + pack.name(), problem))
        .toList();
  }

  static List<Finding> leftOut(Pack pack) {
    List<Problem> missing = pack.missing();
    if (missing.isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.good(
            "pack " + pack.name(),
            "switched off, for want of a port: " + ports(missing, "titleEn", Language.EN),
            "因缺少端口而关闭：" + ports(missing, "titleZh", Language.ZH)));
  }

  private static String ports(List<Problem> missing, String title, Language language) {
    boolean en = language == Language.EN;
    return missing.stream()
        .map(Problem::facts)
        .map(facts -> facts.get("port") + (en ? " (" : "（") + facts.get(title) + (en ? ")" : "）"))
        .collect(Collectors.joining(en ? ", " : "、"));
  }
}
