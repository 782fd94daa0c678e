package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a whole set of route files: all of them are started together, with all that is shared, in
 * a context of their own that takes in no message.
 */
final class RouteCheck {

  private static final Logger LOG = LoggerFactory.getLogger(RouteCheck.class);

  private final RouteSurroundings surroundings;

  RouteCheck(RouteSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Returns what is wrong with each file; empty if all of them can run together. */
  Map<String, List<Problem>> check(Collection<RouteSource> sources) {
    Map<String, List<Problem>> problems = new TreeMap<>();
    Map<RouteSource, RouteDocument> documents = new LinkedHashMap<>();
    for (RouteSource source : RouteSource.sharedFirst(sources)) {
      RouteDocument document = RouteDocument.of(source);
      if (document.problem() == null) {
        documents.put(source, document);
      } else {
        problems.put(source.file(), List.of(document.problem()));
      }
    }
    try (TrialContext trial = new TrialContext(surroundings)) {
      documents.keySet().forEach(trial::load);
      named(trial, documents).forEach((file, found) -> add(problems, file, found));
      Set<String> told = new TreeSet<>(problems.keySet());
      Map<String, RouteDocument> byFile = new TreeMap<>();
      documents.forEach((source, document) -> byFile.put(source.file(), document));
      for (TrialContext.Failure failure : failures(trial)) {
        if (!told.contains(failure.file())) {
          RouteDocument document = byFile.get(failure.file());
          add(problems, failure.file(), List.of(new Failed(failure, document).problem()));
        }
      }
      return problems;
    }
  }

  /** What only wants a setting may be right, as long as nobody knows the settings. */
  private List<TrialContext.Failure> failures(TrialContext trial) {
    return trial.failures().stream()
        .filter(each -> surroundings.knowsSettings() || !Failed.forWantOfASetting(each.thrown()))
        .toList();
  }

  /** Looks the names of all files up: they tell the line and what was probably meant. */
  private Map<String, List<Problem>> named(
      TrialContext trial, Map<RouteSource, RouteDocument> documents) {
    Set<String> classes = new TreeSet<>();
    documents.values().stream()
        .flatMap(document -> document.steps().stream())
        .forEach(step -> classes.addAll(ClassNames.named(step)));
    Map<String, String> ids = new HashMap<>();
    Map<String, List<Problem>> found = new TreeMap<>();
    List<RouteInputs.Sending> sendings = new ArrayList<>();
    documents.forEach(
        (source, document) -> {
          Set<String> parameters = new TreeSet<>();
          document.steps().stream()
              .filter(step -> step.name().equals("routeTemplate"))
              .forEach(step -> parameters.addAll(TemplateNames.parameters(step)));
          RouteNames names = new RouteNames(source, trial, surroundings, ids, classes, parameters);
          add(found, source.file(), looked(source, document, names));
          names.targets().forEach(target -> sendings.add(new RouteInputs.Sending(source, target)));
        });
    boolean whole = failures(trial).size() == trial.failures().size();
    new RouteInputs(trial)
        .problems(whole ? sendings : List.of())
        .forEach((file, each) -> add(found, file, each));
    return found;
  }

  /** What nobody thought of must not keep the other files from running. */
  private static List<Problem> looked(
      RouteSource source, RouteDocument document, RouteNames names) {
    try {
      document.steps().forEach(names::check);
      return names.problems();
    } catch (RuntimeException e) {
      LOG.warn("{} cannot be checked", source.file(), e);
      return List.of(Problem.of("route-step", "at", source.file(), "reason", Failed.reason(e)));
    }
  }

  private static void add(Map<String, List<Problem>> problems, String file, List<Problem> found) {
    if (!found.isEmpty()) {
      problems.computeIfAbsent(file, key -> new ArrayList<>()).addAll(found);
    }
  }
}
