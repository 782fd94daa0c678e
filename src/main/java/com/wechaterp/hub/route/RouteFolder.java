package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the routes that run in step with the files of {@code routes/}. */
public final class RouteFolder {

  private static final Logger LOG = LoggerFactory.getLogger(RouteFolder.class);

  private final Path folder;
  private final Language language;
  private final RouteCheck check;
  private final LiveRoutes live;
  private final Map<String, RouteSource> running = new TreeMap<>();
  private final Map<String, RouteSource> seen = new TreeMap<>();
  private final Map<String, RouteFile> states = new TreeMap<>();

  RouteFolder(Path folder, Language language, CamelContext context) {
    this.folder = folder;
    this.language = language;
    this.check = new RouteCheck(context);
    this.live = new LiveRoutes(context);
  }

  /** Returns every file as it stands, in order of their names. */
  public synchronized List<RouteFile> files() {
    return List.copyOf(states.values());
  }

  /** Checks every file against everything it names, without starting or stopping anything. */
  public synchronized List<RouteFile> check() {
    Map<String, String> ids = new HashMap<>();
    List<RouteFile> checked = new ArrayList<>();
    for (RouteSource source : RouteSource.policiesFirst(read())) {
      boolean runs = running.containsKey(source.file());
      checked.add(new RouteFile(source.file(), runs, check.check(source, ids)));
    }
    return checked;
  }

  /**
   * Takes over what changed in the folder since the last call; a file that cannot run leaves its
   * last good version running.
   */
  public synchronized void refresh() {
    List<RouteSource> sources = read();
    Map<String, RouteSource> present = new HashMap<>();
    sources.forEach(source -> present.put(source.file(), source));
    for (String gone : new TreeSet<>(seen.keySet())) {
      if (!present.containsKey(gone)) {
        remove(gone);
      }
    }
    boolean policyChanged = false;
    for (RouteSource source : RouteSource.policiesFirst(sources)) {
      boolean changed = !source.equals(seen.put(source.file(), source));
      if (changed || (policyChanged && running.containsKey(source.file()))) {
        boolean replaced = running.containsKey(source.file());
        take(source);
        policyChanged |= source.isPolicy() && replaced;
      }
    }
  }

  private void remove(String file) {
    seen.remove(file);
    states.remove(file);
    if (running.remove(file) != null) {
      live.remove(file);
      LOG.info("{}: removed, its routes are stopped", file);
    }
  }

  private void take(RouteSource source) {
    List<Problem> problems = new ArrayList<>(check.check(source, live.idsExcept(source.file())));
    if (problems.isEmpty()) {
      start(source, problems);
    }
    boolean runs = running.containsKey(source.file());
    RouteFile state = new RouteFile(source.file(), runs, List.copyOf(problems));
    states.put(source.file(), state);
    problems.forEach(problem -> LOG.error("{}", problem.sentence(language)));
    state.stays().ifPresent(stays -> LOG.warn("{}", stays.sentence(language)));
  }

  private void start(RouteSource source, Collection<Problem> problems) {
    RouteSource old = running.remove(source.file());
    try {
      live.replace(source);
      running.put(source.file(), source);
      LOG.info("{}: runs", source.file());
    } catch (Exception e) {
      LOG.debug("{} did not start", source.file(), e);
      problems.add(
          Problem.of(
              "route-start", "file", source.file(), "reason", String.valueOf(e.getMessage())));
      rollBack(source.file(), old, problems);
    }
  }

  private void rollBack(String file, @Nullable RouteSource old, Collection<Problem> problems) {
    live.remove(file);
    if (old == null) {
      return;
    }
    try {
      live.replace(old);
      running.put(file, old);
    } catch (Exception e) {
      problems.add(
          Problem.of("route-start", "file", file, "reason", String.valueOf(e.getMessage())));
    }
  }

  private List<RouteSource> read() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<RouteSource> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(RouteFolder::isRouteFile).sorted().toList()) {
        sources.add(new RouteSource(file.getFileName().toString(), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The route files in " + folder + " cannot be read", e);
    }
    return sources;
  }

  private static boolean isRouteFile(Path file) {
    return file.getFileName().toString().endsWith(".camel.yaml");
  }
}
