package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The whole set of route files that is to run: what stands on disk, but for what would break
 * something, which stays as it runs.
 */
final class RouteVersion {

  private final RouteCheck check;
  private final Map<String, RouteSource> running;
  private final Map<String, RouteSource> chosen = new TreeMap<>();
  private final Map<String, List<Problem>> refused = new TreeMap<>();

  private RouteVersion(RouteCheck check, Map<String, RouteSource> running) {
    this.check = check;
    this.running = running;
  }

  /**
   * Chooses the version to run.
   *
   * @param running the version that runs, by file
   * @param failed what already turned out not to start, by file
   */
  static RouteVersion choose(
      RouteCheck check,
      Map<String, RouteSource> running,
      RouteFiles present,
      Map<String, List<Problem>> failed) {
    RouteVersion version = new RouteVersion(check, running);
    present.sources().forEach(source -> version.chosen.put(source.file(), source));
    present.unreadable().forEach((file, problem) -> version.refuse(file, List.of(problem)));
    failed.forEach(version::refuse);
    Map<String, List<Problem>> problems = version.problems();
    while (!problems.isEmpty()) {
      version.setAside(problems);
      problems = version.problems();
    }
    return version;
  }

  /** Returns the files to run. */
  Map<String, RouteSource> sources() {
    return Map.copyOf(chosen);
  }

  /** Returns why files stay as they run, or do not run. */
  Map<String, List<Problem>> refused() {
    return Map.copyOf(refused);
  }

  /** What cannot start in the version that runs either is no fault of the new one. */
  private Map<String, List<Problem>> problems() {
    Map<String, List<Problem>> problems = check.check(chosen.values());
    if (!problems.isEmpty() && changed().stream().noneMatch(problems::containsKey)) {
      Map<String, List<Problem>> already = check.check(running.values());
      problems.entrySet().removeIf(each -> each.getValue().equals(already.get(each.getKey())));
      if (changed().isEmpty()) {
        problems.clear();
      }
    }
    return problems;
  }

  private void setAside(Map<String, List<Problem>> problems) {
    Set<String> own = changed();
    own.retainAll(problems.keySet());
    if (!own.isEmpty()) {
      own.forEach(file -> refuse(file, problems.getOrDefault(file, List.of())));
      return;
    }
    Set<String> broken = problems.keySet();
    List<String> culprits = changed().stream().filter(file -> breaks(file, broken)).toList();
    Problem first = problems.values().iterator().next().get(0);
    for (String file : culprits.isEmpty() ? changed() : culprits.subList(0, 1)) {
      refuse(
          file,
          List.of(
              Problem.of(
                  "route-breaks",
                  "file",
                  file,
                  "firstEn",
                  first.sentence(Language.EN),
                  "firstZh",
                  first.sentence(Language.ZH))));
    }
  }

  /** Returns whether the others start once a file stays as it runs. */
  private boolean breaks(String file, Collection<String> broken) {
    Map<String, RouteSource> without = new TreeMap<>(chosen);
    put(without, file, running.get(file));
    return check.check(without.values()).keySet().stream().noneMatch(broken::contains);
  }

  private void refuse(String file, List<Problem> problems) {
    refused.computeIfAbsent(file, key -> new ArrayList<>()).addAll(problems);
    put(chosen, file, running.get(file));
  }

  private static void put(
      Map<String, RouteSource> sources, String file, @Nullable RouteSource source) {
    if (source == null) {
      sources.remove(file);
    } else {
      sources.put(file, source);
    }
  }

  /** Returns the files that are not as they run, those that are gone included. */
  private Set<String> changed() {
    Set<String> files = new TreeSet<>(running.keySet());
    files.addAll(chosen.keySet());
    files.removeIf(
        file -> {
          RouteSource source = chosen.get(file);
          return source != null && source.equals(running.get(file));
        });
    return files;
  }
}
