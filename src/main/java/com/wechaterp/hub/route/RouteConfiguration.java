package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.schedule.Schedule;
import com.wechaterp.hub.work.WorkCount;
import com.wechaterp.hub.work.WorkList;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.apache.camel.spi.ThreadPoolFactory;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Puts the route files to work. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

  @Bean
  static RouteRegistry routeRegistry(ApplicationContext beans) {
    return new RouteRegistry(beans);
  }

  @Bean
  RouteCheck routeCheck(ListableBeanFactory beans, ConfigurableEnvironment environment) {
    return new RouteCheck(new SpringSurroundings(beans, environment));
  }

  @Bean
  RouteFileCheck routeFileCheck(@Value("${hub.home:.}") String home, RouteCheck check) {
    return new RouteFileCheck(Path.of(home, "routes"), check);
  }

  @Bean
  RouteFolder routeFolder(
      @Value("${hub.home:.}") String home,
      @Value("${hub.language:zh}") String language,
      CamelContext context,
      RouteCheck check,
      WorkList work) {
    return new RouteFolder(
        Path.of(home, "routes"),
        Language.of(language),
        check,
        new LiveRoutes(context),
        new LostRoutes(flow -> waiting(work, flow)));
  }

  @Bean
  RouteTroubles routeTroubles(Language language) {
    return new RouteTroubles(language, Clock.systemUTC());
  }

  /**
   * What fails in a route is told by {@link RouteTroubles}, not by Camel's dump of the exchange.
   */
  @Bean
  CamelContextConfiguration quietErrors() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext context) {
        RedeliveryPolicyDefinition policy = new RedeliveryPolicyDefinition();
        policy.setLogExhausted("false");
        DefaultErrorHandlerDefinition errors = new DefaultErrorHandlerDefinition();
        errors.setRedeliveryPolicy(policy);
        context.getCamelContextExtension().setErrorHandlerFactory(errors);
      }

      @Override
      public void afterApplicationStart(CamelContext context) {}
    };
  }

  private static long waiting(WorkList work, String flow) {
    return work.counts().stream()
        .filter(count -> count.flow().equals(flow))
        .mapToLong(WorkCount::waiting)
        .sum();
  }

  @Bean
  ThreadPoolFactory routeThreads() {
    return new RouteThreads();
  }

  /** The command line checks the route files without running them. */
  @Bean
  @ConditionalOnProperty(name = "hub.routes.run", matchIfMissing = true)
  RouteWatch routeWatch(RouteFolder folder, Schedule schedule) {
    return new RouteWatch(folder, schedule);
  }
}
