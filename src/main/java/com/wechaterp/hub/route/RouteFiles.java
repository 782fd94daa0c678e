package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What stands in {@code routes/}: each file is read by itself, so that one that cannot be read is
 * no matter of the others.
 *
 * @param sources the files that can be read
 * @param unreadable why each of the others is not read, by its name; one that is named otherwise
 *     than a route file among them
 */
public record RouteFiles(List<RouteSource> sources, Map<String, Problem> unreadable) {

  private static final String ENDING = ".camel.yaml";

  /** Reads a folder; one that is not there holds no file. */
  static RouteFiles in(Path folder) {
    List<RouteSource> sources = new ArrayList<>();
    Map<String, Problem> unreadable = new TreeMap<>();
    for (Path file : list(folder)) {
      String name = String.valueOf(file.getFileName());
      if (!name.endsWith(ENDING)) {
        unreadable.put(name, notRead(name));
        continue;
      }
      try {
        sources.add(new RouteSource(name, Files.readString(file)));
      } catch (IOException e) {
        if (!Unreadable.isGone(file, e)) {
          unreadable.put(name, Unreadable.problem("route-unreadable", name, e));
        }
      }
    }
    return new RouteFiles(sources, unreadable);
  }

  /** Returns the texts of the files of a folder that can be read. */
  public static List<String> texts(Path folder) {
    return in(folder).sources().stream().map(RouteSource::text).toList();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(RouteFiles::isRouteFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The route files in " + folder + " cannot be read", e);
    }
  }

  private static Problem notRead(String name) {
    String right = name.replaceFirst("([.]camel)?[.]ya?ml$", "") + ENDING;
    return Problem.of("route-not-read", "file", name, "right", right);
  }

  /** Editors keep locks and copies beside a file; their names begin with a dot. */
  private static boolean isRouteFile(Path file) {
    String name = String.valueOf(file.getFileName());
    boolean plain = Files.isRegularFile(file) || Files.notExists(file);
    return plain && !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
