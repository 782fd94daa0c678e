package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.schedule.Schedule;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the route files to work. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

  @Bean
  static RouteRegistry routeRegistry(ApplicationContext beans) {
    return new RouteRegistry(beans);
  }

  @Bean
  RouteFolder routeFolder(
      @Value("${hub.home:.}") String home,
      @Value("${hub.language:zh}") String language,
      CamelContext context) {
    return new RouteFolder(Path.of(home, "routes"), Language.of(language), context);
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
