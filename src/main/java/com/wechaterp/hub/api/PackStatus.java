package com.wechaterp.hub.api;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.PackFolder;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which SQL pack is in use, what it leaves out, and what is wrong with it or the ERP. */
final class PackStatus {

  private PackStatus() {}

  static Map<String, Object> of(PackFolder folder, ErpDatabase erp, Language language) {
    try {
      Pack pack = folder.pack();
      List<Problem> problems = new ArrayList<>(folder.stays().stream().toList());
      problems.addAll(folder.problems());
      problems.addAll(erp.problems());
      return fields(pack.name(), pack.missing(), problems, language);
    } catch (ProblemException e) {
      return fields("", List.of(), List.of(e.problem()), language);
    }
  }

  private static Map<String, Object> fields(
      String name, List<Problem> missing, List<Problem> problems, Language language) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("problems", problems.stream().map(each -> each.sentence(language)).toList());
    Map<String, String> ports = new LinkedHashMap<>();
    missing.forEach(
        each -> ports.put(each.facts().getOrDefault("port", ""), each.sentence(language)));
    fields.put("missingPorts", ports);
    return fields;
  }
}
