package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Remembers the routes and policies that ran and that no file has any more. */
final class LostRoutes {

  private final ToLongFunction<String> waiting;
  private final Map<String, Set<Named>> lost = new TreeMap<>();

  /**
   * A route or policy.
   *
   * @param id its id
   * @param flow the flow it works on, empty if none
   */
  private record Named(String id, String flow) implements Comparable<Named> {
    @Override
    public int compareTo(Named other) {
      return (id + flow).compareTo(other.id + other.flow);
    }
  }

  /**
   * @param waiting how many keys of a flow wait
   */
  LostRoutes(ToLongFunction<String> waiting) {
    this.waiting = waiting;
  }

  /** Returns the ids that the second version lacks, by the file that had them. */
  static Map<String, Set<String>> between(
      Map<String, RouteSource> from, Map<String, RouteSource> to) {
    Map<String, Set<String>> ids = new TreeMap<>();
    missing(from, to)
        .forEach(
            (file, all) -> ids.put(file, all.stream().map(Named::id).collect(Collectors.toSet())));
    return ids;
  }

  /** Takes in what a change of version lost and returns its warnings. */
  synchronized List<Problem> note(Map<String, RouteSource> from, Map<String, RouteSource> to) {
    Map<String, Set<Named>> missing = missing(from, to);
    missing.forEach(
        (file, names) -> lost.computeIfAbsent(file, key -> new TreeSet<>()).addAll(names));
    Map<String, Problem> all = warnings(to);
    return missing.keySet().stream().flatMap(file -> Stream.ofNullable(all.get(file))).toList();
  }

  /** Returns a warning for each file that lacks something still. */
  synchronized Map<String, Problem> warnings(Map<String, RouteSource> running) {
    if (lost.isEmpty()) {
      return Map.of();
    }
    Set<String> back = ids(named(running.values()));
    lost.values().forEach(names -> names.removeIf(name -> back.contains(name.id)));
    lost.values().removeIf(Set::isEmpty);
    Set<String> flows = flows(named(running.values()));
    Map<String, Problem> warnings = new TreeMap<>();
    lost.forEach(
        (file, names) -> {
          Set<String> left = flows(names);
          left.removeAll(flows);
          warnings.put(
              file,
              Problem.of(
                  running.containsKey(file) ? "route-fewer" : "route-gone",
                  "file",
                  file,
                  "routes",
                  String.join(", ", ids(names)),
                  "keys",
                  left.stream().mapToLong(waiting).sum()));
        });
    return warnings;
  }

  private static Map<String, Set<Named>> missing(
      Map<String, RouteSource> from, Map<String, RouteSource> to) {
    Set<String> there = ids(named(to.values()));
    Map<String, Set<Named>> missing = new TreeMap<>();
    from.forEach(
        (file, source) -> {
          Set<Named> names = new TreeSet<>(named(List.of(source)));
          names.removeIf(name -> there.contains(name.id));
          if (!names.isEmpty()) {
            missing.put(file, names);
          }
        });
    return missing;
  }

  private static Set<String> ids(Collection<Named> names) {
    return names.stream().map(Named::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> flows(Collection<Named> names) {
    return names.stream()
        .map(Named::flow)
        .filter(flow -> !flow.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Named> named(Collection<RouteSource> sources) {
    List<Named> names = new ArrayList<>();
    for (RouteSource source : sources) {
      String id = "";
      for (RouteStep step : RouteDocument.of(source).steps()) {
        Optional<String> named = step.under("id");
        if (step.name().equals("route")
            || step.name().equals("routeConfiguration")
            || step.name().equals("routeTemplate")) {
          id = named.orElse(source.at(step.line()));
          names.add(new Named(id, ""));
        } else if (step.name().equals("from")) {
          String uri = step.text("uri").orElse("");
          if (uri.startsWith("work:")) {
            names.remove(new Named(id, ""));
            names.add(new Named(id, uri.replaceFirst("^work:([^?]*).*", "$1")));
          }
        }
      }
    }
    return names;
  }
}
