package com.wechaterp.hub.route;

import com.wechaterp.hub.schedule.TriggerUris;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.NamedNode;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.ProcessorFactory;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;
import org.quartz.simpl.ZeroSizeThreadPool;

/**
 * A Camel context in which everything starts but what would bring in messages, to see whether it
 * can.
 */
final class TrialContext extends DefaultCamelContext {

  private static final String MEMORY = "mem:";

  /** What the routes' ids begin with that a policy is tried on. */
  static final String PROBE = "trial-of-";

  /**
   * Something that cannot start.
   *
   * @param file where it stands
   * @param step the name of its step, empty if unknown
   * @param line its line as Camel counts them, 0 if unknown
   * @param route the route's id, null if it is no route
   */
  record Failure(String file, String step, int line, @Nullable String route, Throwable thrown) {

    Failure at(String name, NamedNode node) {
      return new Failure(file, name, Math.max(0, node.getLineNumber()), route, thrown);
    }
  }

  private final TrialProcessors processors = new TrialProcessors();
  private final List<Failure> failures = new ArrayList<>();
  private String file = "";

  TrialContext(RouteSurroundings surroundings) {
    super(registry(surroundings));
    setAutoStartup(false);
    disableJMX();
    getPropertiesComponent().addPropertiesSource(settings(surroundings));
    getCamelContextExtension().addContextPlugin(ProcessorFactory.class, processors);
    QuartzComponent quartz = new QuartzComponent(this);
    quartz.setAutoStartScheduler(false);
    // Nothing is fired; threads would only have to be waited for.
    quartz.setProperties(Map.of("org.quartz.threadPool.class", ZeroSizeThreadPool.class.getName()));
    addComponent("quartz", quartz);
    getRegistry().bind("trigger-uris", new TriggerUris());
    surroundings.furnish(this);
    start();
  }

  private static DefaultRegistry registry(RouteSurroundings surroundings) {
    DefaultRegistry registry = new DefaultRegistry(new TrialBeans(surroundings));
    surroundings.more().forEach(registry::addBeanRepository);
    return registry;
  }

  private static PropertiesSource settings(RouteSurroundings surroundings) {
    return new PropertiesSource() {
      @Override
      public String getName() {
        return "settings";
      }

      @Override
      public @Nullable String getProperty(String name) {
        return surroundings.setting(name);
      }
    };
  }

  /** Returns what could not start. */
  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** Reads a file and starts what it holds; notes what fails. */
  void load(RouteSource source) {
    file = source.file();
    List<RouteConfigurationDefinition> before = List.copyOf(getRouteConfigurationDefinitions());
    try {
      PluginHelper.getRoutesLoader(this).loadRoutes(source.resource());
    } catch (Exception | LinkageError e) {
      failures.add(new Failure(file, "", 0, null, e));
    }
    for (RouteConfigurationDefinition policy : List.copyOf(getRouteConfigurationDefinitions())) {
      if (!before.contains(policy)) {
        tryPolicy(policy);
      }
    }
  }

  /**
   * A policy that cannot start would take every route with it: it is tried on one of its own, each
   * of its clauses apart, so that the one to mend is known.
   */
  private void tryPolicy(RouteConfigurationDefinition policy) {
    List<Failure> before = List.copyOf(failures);
    probe(policy.getId());
    if (failures.equals(before)) {
      return;
    }
    forget(policy);
    Failure whole = failures.get(before.size());
    failures.subList(before.size(), failures.size()).clear();
    for (OnExceptionDefinition clause : policy.getOnExceptions()) {
      RouteConfigurationDefinition alone = new RouteConfigurationDefinition();
      alone.setId(PROBE + "clause");
      alone.getOnExceptions().add(clause);
      int already = failures.size();
      try {
        addRouteConfiguration(alone);
        probe(alone.getId());
      } finally {
        forget(alone);
      }
      if (failures.size() > already) {
        Failure failure = failures.remove(already);
        failures.add(failure.line() > 0 ? failure : failure.at("onException", clause));
      }
    }
    if (failures.equals(before)) {
      failures.add(whole);
    }
  }

  private void probe(String policy) {
    String id = PROBE + policy;
    try {
      addRoutes(
          new RouteBuilder(this) {
            @Override
            public void configure() {
              from("direct:" + id).routeId(id).routeConfigurationId(policy).log("tried");
            }
          });
      getRouteController().stopRoute(id);
      removeRoute(id);
    } catch (Exception e) {
      failures.add(new Failure(file, "", 0, null, e));
    }
  }

  private void forget(RouteConfigurationDefinition policy) {
    try {
      removeRouteConfiguration(policy);
    } catch (Exception e) {
      throw new IllegalStateException("A policy that was only tried cannot be removed", e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Starts each route by itself, so that one that fails hides no other. */
  @Override
  public void startRouteDefinitions(List<RouteDefinition> definitions) {
    for (RouteDefinition definition : definitions) {
      try {
        super.startRouteDefinitions(List.of(definition));
      } catch (Exception | LinkageError e) {
        failures.add(failure(definition, e));
      }
    }
  }

  private Failure failure(RouteDefinition route, Throwable thrown) {
    NamedNode failed = processors.takeFailed();
    if (failed == null) {
      failed = route.getInput();
    }
    Failure failure = new Failure(file, "", 0, route.getRouteId(), thrown);
    if (failed == null) {
      return failure;
    }
    Resource resource = route.getResource();
    String location =
        failed.getLocation() == null && resource != null
            ? resource.getLocation()
            : failed.getLocation();
    return (location == null || !location.startsWith(MEMORY)
            ? failure
            : new Failure(location.substring(MEMORY.length()), "", 0, route.getRouteId(), thrown))
        .at(failed.getShortName(), failed);
  }
}
