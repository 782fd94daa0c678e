package com.wechaterp.hub.route;

import com.wechaterp.hub.schedule.Schedule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;

/** The routes that run, by the file they come from. */
final class LiveRoutes {

  private final CamelContext context;
  private final ModelCamelContext model;
  private final Map<String, List<RouteDefinition>> routes = new HashMap<>();
  private final Map<String, List<RouteConfigurationDefinition>> policies = new HashMap<>();

  LiveRoutes(CamelContext context) {
    this.context = context;
    this.model = (ModelCamelContext) context;
  }

  /** Returns the ids of the routes of all files but one, with the file they are in. */
  Map<String, String> idsExcept(String file) {
    Map<String, String> ids = new HashMap<>();
    routes.forEach(
        (from, definitions) -> {
          if (!from.equals(file)) {
            definitions.forEach(definition -> ids.put(definition.getRouteId(), from));
          }
        });
    return ids;
  }

  /**
   * Puts a file's routes in the place of those it had.
   *
   * @throws Exception what Camel says when a route does not start; {@link #remove} clears the rest
   */
  void replace(RouteSource source) throws Exception {
    remove(source.file());
    List<RouteDefinition> routesBefore = List.copyOf(model.getRouteDefinitions());
    List<RouteConfigurationDefinition> policiesBefore =
        List.copyOf(model.getRouteConfigurationDefinitions());
    try {
      PluginHelper.getRoutesLoader(context).loadRoutes(source.resource());
    } finally {
      routes.put(
          source.file(),
          model.getRouteDefinitions().stream().filter(r -> !routesBefore.contains(r)).toList());
      policies.put(
          source.file(),
          model.getRouteConfigurationDefinitions().stream()
              .filter(policy -> !policiesBefore.contains(policy))
              .toList());
    }
  }

  /** Stops and removes the routes and policies of a file, if it has any. */
  void remove(String file) {
    List<RouteDefinition> old = routes.remove(file);
    List<RouteConfigurationDefinition> oldPolicies = policies.remove(file);
    try {
      for (RouteDefinition route : old == null ? List.<RouteDefinition>of() : old) {
        forget(route.getRouteId());
        context.getRouteController().stopRoute(route.getRouteId());
        context.removeRoute(route.getRouteId());
        model.removeRouteDefinition(route);
      }
      for (RouteConfigurationDefinition policy :
          oldPolicies == null ? List.<RouteConfigurationDefinition>of() : oldPolicies) {
        model.removeRouteConfiguration(policy);
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
