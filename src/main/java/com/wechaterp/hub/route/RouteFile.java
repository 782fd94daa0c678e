package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One route file as it stands in the hub.
 *
 * @param file the file's name in {@code routes/}
 * @param running whether a good version of it runs
 * @param problems what keeps the version on disk from running; empty if that version runs
 * @param warnings what was accepted and may still not be meant, such as routes that are no more
 */
public record RouteFile(
    String file, boolean running, List<Problem> problems, List<Problem> warnings) {

  public RouteFile {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** Returns the problem that the version from before runs on; empty if none does or need not. */
  public Optional<Problem> stays() {
    return running && !problems.isEmpty()
        ? Optional.of(Problem.of("route-stays", "file", file))
        : Optional.empty();
  }
}
