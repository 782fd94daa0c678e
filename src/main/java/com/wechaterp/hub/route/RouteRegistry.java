package com.wechaterp.hub.route;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultInjector;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.support.DefaultRegistry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;

/**
 * Gives routes what they may name in the place of every bean of Spring.
 *
 * <p>Camel would make a class that a route names with whatever Spring has for its constructor, so
 * that goes too.
 */
final class RouteRegistry implements BeanPostProcessor {

  private final ApplicationContext beans;

  RouteRegistry(ApplicationContext beans) {
    this.beans = beans;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof CamelContext camel) {
      List<BeanRepository> shown = new ArrayList<>();
      shown.add(new RouteBeans(beans));
      shown.addAll(beans.getBeansOfType(BeanRepository.class).values());
      DefaultRegistry registry = new DefaultRegistry(shown);
      registry.setCamelContext(camel);
      camel.getCamelContextExtension().setRegistry(registry);
      camel.setInjector(new DefaultInjector(camel));
    }
    return bean;
  }
}
