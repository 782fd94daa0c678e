package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Checks the files of {@code routes/} as a start of the hub would, and starts nothing. */
public final class RouteFileCheck {

  private final Path folder;
  private final RouteCheck check;

  RouteFileCheck(Path folder, RouteCheck check) {
    this.folder = folder;
    this.check = check;
  }

  /** Returns every file with what keeps it from running, in order of their names. */
  public List<RouteFile> files() {
    RouteFiles present = RouteFiles.in(folder);
    Map<String, List<Problem>> problems = check.check(present.sources());
    List<RouteFile> files = new ArrayList<>();
    present.sources().stream()
        .map(RouteSource::file)
        .forEach(file -> files.add(file(file, problems.getOrDefault(file, List.of()))));
    present.unreadable().forEach((file, problem) -> files.add(file(file, List.of(problem))));
    files.sort(Comparator.comparing(RouteFile::file));
    return files;
  }

  private static RouteFile file(String name, List<Problem> problems) {
    return new RouteFile(name, false, problems, List.of());
  }
}
