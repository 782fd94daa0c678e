package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private final LostRoutes lost;
  private final Map<String, RouteFile> states = new TreeMap<>();
  private volatile Standing standing = new Standing(Map.of(), Map.of());
  private @Nullable RouteFiles seen;
  private @Nullable RouteFiles taken;

  /** What is told of the files while others are being looked at. */
  private record Standing(Map<String, RouteFile> files, Map<String, RouteSource> running) {}

  RouteFolder(Path folder, Language language, RouteCheck check, LiveRoutes live, LostRoutes lost) {
    this.folder = folder;
    this.language = language;
    this.check = check;
    this.live = live;
    this.lost = lost;
  }

  /** Returns every file as it stands, in order of their names. */
  public List<RouteFile> files() {
    Standing now = standing;
    Map<String, RouteFile> files = new TreeMap<>(now.files);
    lost.warnings(now.running)
        .forEach(
            (file, warning) -> {
              RouteFile state = files.get(file);
              List<Problem> problems = state == null ? List.of() : state.problems();
              boolean runs = now.running.containsKey(file);
              files.put(file, new RouteFile(file, runs, problems, List.of(warning)));
            });
    return List.copyOf(files.values());
  }

  /**
   * Takes over what changed in the folder since the last call; a file that cannot run leaves its
   * last good version running.
   *
   * <p>A version that has less than the one that runs is taken once it is the same at two looks: a
   * file that is being saved has less too.
   */
  public synchronized void refresh() {
    RouteFiles present = RouteFiles.in(folder);
    if (present.equals(taken)) {
      seen = present;
      return;
    }
    RouteVersion version = RouteVersion.choose(check, live.running(), present, Map.of());
    boolean less = !LostRoutes.between(live.running(), version.sources()).isEmpty();
    boolean settled = present.equals(seen);
    seen = present;
    if (!less || settled) {
      taken = present;
      change(present, version);
    }
  }

  private void change(RouteFiles present, RouteVersion chosen) {
    RouteVersion version = chosen;
    Map<String, List<Problem>> failed = new TreeMap<>();
    Map<String, RouteSource> before = live.running();
    boolean started = false;
    while (!started) {
      try {
        live.change(version.sources());
        started = true;
      } catch (LiveRoutes.NotStarted e) {
        LOG.debug("{} did not start", e.file(), e);
        Problem problem = Problem.of("route-start", "file", e.file(), "reason", e.reason());
        // What ran before and no longer starts is no reason to try without end.
        started = failed.put(e.file(), List.of(problem)) != null;
        version = RouteVersion.choose(check, live.running(), present, failed);
      }
    }
    tellChanges(before);
    settle(present, version.refused());
    lost.note(before, live.running())
        .forEach(warning -> LOG.warn("{}", warning.sentence(language)));
  }

  private void tellChanges(Map<String, RouteSource> before) {
    Map<String, RouteSource> now = live.running();
    now.values().stream()
        .filter(source -> !source.equals(before.get(source.file())))
        .forEach(source -> LOG.info("{}: runs", source.file()));
    before.keySet().stream()
        .filter(file -> !now.containsKey(file))
        .forEach(file -> LOG.info("{}: removed, its routes are stopped", file));
  }

  /** Notes how each file stands; tells what is new. */
  private void settle(RouteFiles present, Map<String, List<Problem>> refused) {
    Set<String> files = new TreeSet<>(live.running().keySet());
    present.sources().forEach(source -> files.add(source.file()));
    files.addAll(refused.keySet());
    states.keySet().retainAll(files);
    for (String file : files) {
      List<Problem> problems = new ArrayList<>(refused.getOrDefault(file, List.of()));
      RouteFile state = new RouteFile(file, live.runs(file), problems, List.of());
      if (!state.equals(states.put(file, state))) {
        problems.forEach(problem -> LOG.error("{}", problem.sentence(language)));
        state.stays().ifPresent(stays -> LOG.warn("{}", stays.sentence(language)));
      }
    }
    standing = new Standing(Map.copyOf(states), live.running());
  }
}
