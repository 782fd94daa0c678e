package com.wechaterp.hub.route;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** What the hub's own beans and settings offer to route files; makes no bean but components. */
final class SpringSurroundings implements RouteSurroundings {

  private final ListableBeanFactory factory;
  private final ConfigurableEnvironment environment;

  SpringSurroundings(ListableBeanFactory factory, ConfigurableEnvironment environment) {
    this.factory = factory;
    this.environment = environment;
  }

  @Override
  public Collection<String> beans() {
    return Stream.of(factory.getBeanDefinitionNames()).filter(name -> type(name) != null).toList();
  }

  @Override
  public @Nullable Class<?> type(String bean) {
    Class<?> type = factory.containsBean(bean) ? factory.getType(bean, false) : null;
    return type != null && RouteBeans.isShown(type) ? type : null;
  }

  @Override
  public Collection<BeanRepository> more() {
    return factory.getBeansOfType(BeanRepository.class).values();
  }

  /** A component that is no prototype belongs to the context that runs. */
  @Override
  public @Nullable Component component(String scheme) {
    String name = scheme + "-component";
    return factory.containsBean(name) && factory.isPrototype(name)
        ? factory.getBean(name, Component.class)
        : null;
  }

  @Override
  public @Nullable String setting(String name) {
    return environment.getProperty(name);
  }

  @Override
  public boolean knowsSettings() {
    return !environment.getProperty("hub.settings.unread", Boolean.class, false);
  }

  @Override
  public Collection<String> settings() {
    Set<String> names = new TreeSet<>();
    environment.getPropertySources().stream()
        .filter(EnumerablePropertySource.class::isInstance)
        .map(source -> ((EnumerablePropertySource<?>) source).getPropertyNames())
        .flatMap(each -> List.of(each).stream())
        .filter(name -> name.startsWith("hub."))
        .forEach(names::add);
    return names;
  }

  @Override
  public void furnish(CamelContext context) {
    factory
        .getBeansOfType(CamelContextConfiguration.class)
        .values()
        .forEach(each -> each.beforeApplicationStart(context));
  }
}
