package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Language;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;

/** Beans and settings for routes of a test. */
record PlainSurroundings(Map<String, Object> named, Map<String, String> given)
    implements RouteSurroundings {

  /** Returns a folder as it is kept in step with a context, with keys that wait for no flow. */
  static RouteFolder folder(Path routes, CamelContext context, RouteSurroundings surroundings) {
    return new RouteFolder(
        routes,
        Language.EN,
        new RouteCheck(surroundings),
        new LiveRoutes(context),
        new LostRoutes(flow -> 12));
  }

  @Override
  public Collection<String> beans() {
    return named.keySet();
  }

  @Override
  public @Nullable Class<?> type(String bean) {
    Object found = named.get(bean);
    return found == null ? null : found.getClass();
  }

  @Override
  public Collection<BeanRepository> more() {
    return List.of();
  }

  @Override
  public @Nullable Component component(String scheme) {
    return scheme.equals("work") ? new SedaComponent() : null;
  }

  @Override
  public @Nullable String setting(String name) {
    return given.get(name);
  }

  @Override
  public boolean knowsSettings() {
    return true;
  }

  @Override
  public Collection<String> settings() {
    return given.keySet();
  }

  @Override
  public void furnish(CamelContext context) {
    // The routes of tests need nothing more.
  }
}
