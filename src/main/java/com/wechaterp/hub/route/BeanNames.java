package com.wechaterp.hub.route;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Processor;

/** Looks up the beans and methods that a route file calls. */
final class BeanNames {

  private final CamelContext context;
  private final RouteSurroundings surroundings;
  private final RouteFindings findings;

  BeanNames(CamelContext context, RouteSurroundings surroundings, RouteFindings findings) {
    this.context = context;
    this.surroundings = surroundings;
    this.findings = findings;
  }

  void check(RouteStep step) {
    step.under("ref").ifPresent(ref -> bean(step, ref));
    step.under("beanType").ifPresent(type -> type(step, type));
  }

  private void bean(RouteStep step, String ref) {
    Object bean = context.getRegistry().lookupByName(ref);
    if (bean == null) {
      findings.unknown("route-unknown-bean", step, ref, surroundings.beans());
    } else {
      method(step, ref, bean.getClass());
    }
  }

  private void type(RouteStep step, String name) {
    Class<?> type = context.getClassResolver().resolveClass(name);
    if (type == null) {
      findings.add("route-unknown-class", step, "name", name);
    } else {
      method(step, name, type);
    }
  }

  private void method(RouteStep step, String owner, Class<?> type) {
    List<Method> all = callable(type);
    String call = step.under("method").orElse("");
    String name = call.replaceFirst("\\(.*", "");
    List<Method> meant =
        all.stream().filter(each -> name.isEmpty() || each.getName().equals(name)).toList();
    if (!name.isEmpty() && meant.isEmpty()) {
      findings.unknown("route-unknown-method", step, owner + "." + name, prefixed(owner, all));
    } else if (isAmbiguous(type, name, call, meant)) {
      findings.add(
          "route-ambiguous-method",
          step,
          "name",
          name.isEmpty() ? owner : owner + "." + name,
          "methods",
          meant.stream().map(BeanNames::signature).sorted().collect(Collectors.joining(", ")));
    }
  }

  private static List<Method> callable(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge())
        .filter(method -> !Exchange.class.isAssignableFrom(method.getReturnType()))
        .toList();
  }

  private static Collection<String> prefixed(String owner, List<Method> methods) {
    return methods.stream()
        .map(method -> owner + "." + method.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Camel tells methods apart by the one value they take, and only when a message comes. */
  private static boolean isAmbiguous(Class<?> type, String name, String call, List<Method> meant) {
    boolean told = call.contains("(") || name.isEmpty() && Processor.class.isAssignableFrom(type);
    if (told || meant.stream().anyMatch(method -> method.isAnnotationPresent(Handler.class))) {
      return false;
    }
    List<Method> withValue =
        meant.stream().filter(method -> method.getParameterCount() > 0).toList();
    if (withValue.isEmpty()) {
      return meant.size() > 1;
    }
    Set<Class<?>> values =
        withValue.stream().map(method -> method.getParameterTypes()[0]).collect(Collectors.toSet());
    return withValue.size() > 1
        && (values.size() < withValue.size()
            || withValue.stream().anyMatch(method -> method.getParameterCount() > 1));
  }

  private static String signature(Method method) {
    String values =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    String kind = Modifier.isStatic(method.getModifiers()) ? "static " : "";
    return kind + method.getName() + "(" + values + ")";
  }
}
