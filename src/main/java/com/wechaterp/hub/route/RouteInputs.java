package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.Endpoint;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Route;

/** Looks where the routes of all files meet: who takes what from where. */
final class RouteInputs {

  /** Where nobody would notice that a message waits for a route that is not there. */
  private static final Set<String> WITHIN = Set.of("direct", "seda");

  /** What only one route can take, whatever its options are. */
  private static final Set<String> FOR_ONE = Set.of("direct", "work");

  /** A step of a file that sends to an address. */
  record Sending(RouteSource source, EndpointNames.Target target) {}

  private final TrialContext trial;

  RouteInputs(TrialContext trial) {
    this.trial = trial;
  }

  /** Returns, by file, what two routes take and what no route takes. */
  Map<String, List<Problem>> problems(List<Sending> sendings) {
    Map<String, List<Problem>> found = new TreeMap<>();
    Set<String> inputs = new TreeSet<>();
    Map<Object, Route> taken = new HashMap<>();
    Map<Integer, Route> orders = new HashMap<>();
    for (Route route : trial.getRoutes()) {
      Integer order = route.getStartupOrder();
      Route first = order == null ? null : orders.putIfAbsent(order, route);
      if (order != null && first != null) {
        add(found, file(route), sameOrder(route, order, first));
      }
      Endpoint from = route.getEndpoint();
      String uri = from.getEndpointBaseUri();
      inputs.add(uri);
      boolean one = FOR_ONE.contains(EndpointNames.scheme(uri));
      Route other = taken.putIfAbsent(one ? uri : from, route);
      if (other != null && !isForMany(from)) {
        add(found, file(route), twice(route, other));
      }
    }
    for (Sending sending : sendings) {
      String uri = base(sending.target().uri());
      if (WITHIN.contains(EndpointNames.scheme(uri)) && !inputs.contains(uri)) {
        add(found, sending.source().file(), nobody(sending, uri, inputs));
      }
    }
    return found;
  }

  private static void add(Map<String, List<Problem>> found, String file, Problem problem) {
    found.computeIfAbsent(file, key -> new ArrayList<>()).add(problem);
  }

  private static boolean isForMany(Endpoint endpoint) {
    return endpoint instanceof MultipleConsumersSupport many && many.isMultipleConsumersSupported();
  }

  private static Problem twice(Route route, Route other) {
    return Problem.of(
        "route-taken-input",
        "at",
        place(route),
        "uri",
        route.getEndpoint().getEndpointBaseUri(),
        "other",
        place(other));
  }

  private static Problem sameOrder(Route route, int order, Route other) {
    return Problem.of(
        "route-same-order", "at", place(route), "order", order, "other", place(other));
  }

  private static Problem nobody(Sending sending, String uri, Collection<String> inputs) {
    List<String> nearest = Nearest.of(uri, inputs);
    return Problem.of(
        "route-no-input",
        "at",
        sending.source().at(sending.target().step().line()),
        "uri",
        uri.replace("://", ":"),
        "nearest",
        nearest.isEmpty() ? "-" : String.join(", ", nearest).replace("://", ":"));
  }

  private static String base(String uri) {
    return uri.replaceFirst("[?].*", "").replaceFirst("^([a-z]+):/{0,2}", "$1://");
  }

  private static String place(Route route) {
    String location = String.valueOf(route.getSourceLocation());
    return location.replaceFirst("^mem:", "");
  }

  private static String file(Route route) {
    return place(route).replaceFirst(":[0-9]+$", "");
  }
}
