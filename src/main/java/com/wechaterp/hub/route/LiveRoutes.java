package com.wechaterp.hub.route;

import com.wechaterp.hub.schedule.Schedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes that run, by the file they come from: one version, which goes or stays as a whole. */
final class LiveRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

  private final CamelContext context;
  private final ModelCamelContext model;
  private final Map<String, RouteSource> running = new TreeMap<>();
  private final Map<String, Made> made = new HashMap<>();

  /** What Camel made of a file. */
  private record Made(
      List<RouteDefinition> routes,
      List<RouteConfigurationDefinition> policies,
      List<RouteTemplateDefinition> templates) {}

  /** A version did not start, and the one from before runs again. */
  static final class NotStarted extends Exception {
    private static final long serialVersionUID = 1L;
    private final String file;
    private final String reason;

    private NotStarted(String file, Exception cause) {
      super(cause);
      this.file = file;
      this.reason = Failed.reason(cause);
    }

    String file() {
      return file;
    }

    String reason() {
      return reason;
    }
  }

  LiveRoutes(CamelContext context) {
    this.context = context;
    this.model = (ModelCamelContext) context;
  }

  /** Returns what runs, by file. */
  Map<String, RouteSource> running() {
    return Map.copyOf(running);
  }

  /** Returns whether a file runs. */
  boolean runs(String file) {
    return running.containsKey(file);
  }

  /**
   * Puts a version in the place of the one that runs. Files that are the same in both run on,
   * unless what is shared differs: Camel looks at it only when a route starts.
   *
   * @throws NotStarted if a route does not start; then the version from before runs
   */
  void change(Map<String, RouteSource> to) throws NotStarted {
    Map<String, RouteSource> from = running();
    boolean all = !shared(from).equals(shared(to));
    List<RouteSource> out = differing(from, to, all);
    List<RouteSource> in = differing(to, from, all);
    stop(out);
    try {
      start(in);
    } catch (NotStarted e) {
      stop(in);
      try {
        start(out);
      } catch (NotStarted again) {
        LOG.error("{} ran before and does not start again", again.file(), again);
      }
      throw e;
    }
  }

  private static Set<RouteSource> shared(Map<String, RouteSource> sources) {
    return sources.values().stream().filter(RouteSource::isShared).collect(Collectors.toSet());
  }

  private static List<RouteSource> differing(
      Map<String, RouteSource> these, Map<String, RouteSource> those, boolean all) {
    return RouteSource.sharedFirst(these.values()).stream()
        .filter(source -> all || !Objects.equals(source, those.get(source.file())))
        .toList();
  }

  private void stop(List<RouteSource> sources) {
    List<RouteSource> last = new ArrayList<>(sources);
    Collections.reverse(last);
    for (RouteSource source : last) {
      running.remove(source.file());
      remove(source.file());
    }
  }

  private void start(List<RouteSource> sources) throws NotStarted {
    for (RouteSource source : sources) {
      try {
        add(source);
      } catch (Exception e) {
        throw new NotStarted(source.file(), e);
      }
      running.put(source.file(), source);
    }
  }

  private void add(RouteSource source) throws Exception {
    Made before = all();
    try {
      PluginHelper.getRoutesLoader(context).loadRoutes(source.resource());
    } finally {
      Made after = all();
      made.put(
          source.file(),
          new Made(
              without(after.routes, before.routes),
              without(after.policies, before.policies),
              without(after.templates, before.templates)));
    }
  }

  private Made all() {
    return new Made(
        List.copyOf(model.getRouteDefinitions()),
        List.copyOf(model.getRouteConfigurationDefinitions()),
        List.copyOf(model.getRouteTemplateDefinitions()));
  }

  private static <T> List<T> without(List<T> these, Collection<T> those) {
    return these.stream().filter(each -> !those.contains(each)).toList();
  }

  private void remove(String file) {
    Made old = made.remove(file);
    if (old == null) {
      return;
    }
    try {
      for (RouteDefinition route : old.routes) {
        forget(route.getRouteId());
        context.getRouteController().stopRoute(route.getRouteId());
        context.removeRoute(route.getRouteId());
        model.removeRouteDefinition(route);
      }
      for (RouteConfigurationDefinition policy : old.policies) {
        model.removeRouteConfiguration(policy);
      }
      for (RouteTemplateDefinition template : old.templates) {
        model.removeRouteTemplateDefinition(template);
      }
    } catch (Exception e) {
      throw new IllegalStateException("The routes of " + file + " cannot be stopped", e);
    }
  }

  private void forget(String id) {
    Route route = context.getRoute(id);
    Schedule schedule = context.getRegistry().findSingleByType(Schedule.class);
    if (route != null && schedule != null) {
      schedule.forget(route);
    }
  }
}
