package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

  /** The policies each file that runs was started under: Camel looks at them only then. */
  private final Map<String, Map<String, RouteSource>> under = new HashMap<>();

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
    RouteFiles present = RouteFiles.in(folder);
    Map<String, String> ids = new HashMap<>();
    List<RouteFile> checked = new ArrayList<>();
    for (RouteSource source : RouteSource.policiesFirst(present.sources())) {
      boolean runs = running.containsKey(source.file());
      checked.add(new RouteFile(source.file(), runs, check.check(source, ids)));
    }
    present
        .unreadable()
        .forEach(
            (file, problem) ->
                checked.add(new RouteFile(file, running.containsKey(file), List.of(problem))));
    return checked;
  }

  /**
   * Takes over what changed in the folder since the last call; a file that cannot run leaves its
   * last good version running.
   */
  public synchronized void refresh() {
    RouteFiles present = RouteFiles.in(folder);
    Map<String, RouteSource> before = Map.copyOf(running);
    removeGone(present);
    present
        .unreadable()
        .forEach(
            (file, problem) -> {
              seen.remove(file);
              settle(file, List.of(problem));
            });
    List<RouteSource> sources = RouteSource.policiesFirst(present.sources());
    for (RouteSource source : sources) {
      if (!source.equals(seen.put(source.file(), source))) {
        states.remove(source.file());
        take(source);
      }
    }
    tryAgain(sources, before);
    followPolicies();
  }

  private void removeGone(RouteFiles present) {
    Set<String> gone = new TreeSet<>(states.keySet());
    present.sources().forEach(source -> gone.remove(source.file()));
    gone.removeAll(present.unreadable().keySet());
    gone.forEach(this::remove);
  }

  private void remove(String file) {
    seen.remove(file);
    states.remove(file);
    under.remove(file);
    if (running.remove(file) != null) {
      live.remove(file);
      LOG.info("{}: removed, its routes are stopped", file);
    }
  }

  /** A file may have been refused for what another one had then, such as a route id. */
  private void tryAgain(List<RouteSource> sources, Map<String, RouteSource> before) {
    Map<String, RouteSource> last = before;
    while (!running.equals(last)) {
      last = Map.copyOf(running);
      for (RouteSource source : sources) {
        RouteFile state = states.get(source.file());
        if (state != null && !state.problems().isEmpty()) {
          take(source);
        }
      }
    }
  }

  /** Starts what runs under other policies than those that run now once more. */
  private void followPolicies() {
    for (RouteSource source : RouteSource.policiesFirst(List.copyOf(running.values()))) {
      String file = source.file();
      if (!policiesBeside(file).equals(under.get(file))) {
        RouteFile state = states.get(file);
        List<Problem> problems = new ArrayList<>(state == null ? List.of() : state.problems());
        start(source, problems);
        settle(file, problems);
      }
    }
  }

  private Map<String, RouteSource> policiesBeside(String file) {
    return running.values().stream()
        .filter(source -> source.isPolicy() && !source.file().equals(file))
        .collect(Collectors.toMap(RouteSource::file, source -> source));
  }

  private void take(RouteSource source) {
    String file = source.file();
    List<Problem> problems = new ArrayList<>();
    if (source.equals(running.get(file))) {
      LOG.info("{}: is again as it runs", file);
    } else {
      problems.addAll(check.check(source, live.idsExcept(file)));
      if (problems.isEmpty()) {
        start(source, problems);
      }
    }
    settle(file, problems);
  }

  /** Notes how a file stands; tells it once. */
  private void settle(String file, List<Problem> problems) {
    RouteFile state = new RouteFile(file, running.containsKey(file), List.copyOf(problems));
    if (!state.equals(states.put(file, state))) {
      problems.forEach(problem -> LOG.error("{}", problem.sentence(language)));
      state.stays().ifPresent(stays -> LOG.warn("{}", stays.sentence(language)));
    }
  }

  private void start(RouteSource source, Collection<Problem> problems) {
    String file = source.file();
    RouteSource old = running.remove(file);
    try {
      replace(source);
      LOG.info("{}: runs", file);
    } catch (Exception e) {
      LOG.debug("{} did not start", file, e);
      problems.add(
          Problem.of("route-start", "file", file, "reason", String.valueOf(e.getMessage())));
      rollBack(file, old, problems);
    }
  }

  private void rollBack(String file, @Nullable RouteSource old, Collection<Problem> problems) {
    live.remove(file);
    if (old == null) {
      return;
    }
    try {
      replace(old);
    } catch (Exception e) {
      problems.add(
          Problem.of("route-start", "file", file, "reason", String.valueOf(e.getMessage())));
    }
  }

  private void replace(RouteSource source) throws Exception {
    live.replace(source);
    running.put(source.file(), source);
    under.put(source.file(), policiesBeside(source.file()));
  }
}
