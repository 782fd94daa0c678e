package com.wechaterp.hub.health;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.store.DatabaseState;
import com.wechaterp.hub.work.RunningFlows;
import com.wechaterp.hub.work.WorkProperties;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * The parts of the hub's health; application.yaml says which make it ready and which alive. Each
 * answers from memory, so that no probe waits.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

  /** A worker that hangs so many times longer than it may will not come back. */
  private static final int GIVEN_UP = 3;

  @Bean("hubDatabase")
  HealthIndicator hubDatabase(DatabaseState database, Language language) {
    return new DatabaseHealth(database, Clock.systemUTC(), language);
  }

  @Bean("hubFlows")
  HealthIndicator hubFlows(RunningFlows flows, Language language, HubProperties hub) {
    return new FlowHealth(flows, Clock.systemUTC(), language, hub.dryRun());
  }

  @Bean("hubWorkers")
  HealthIndicator hubWorkers(RunningFlows flows, WorkProperties work, Language language) {
    return new WorkerHealth(flows, work.hangAfter(), Clock.systemUTC(), language);
  }

  @Bean("hubWorkersGivenUp")
  HealthIndicator hubWorkersGivenUp(RunningFlows flows, WorkProperties work, Language language) {
    return new WorkerHealth(
        flows, work.hangAfter().multipliedBy(GIVEN_UP), Clock.systemUTC(), language);
  }

  @Bean(destroyMethod = "shutdown")
  RequestThreads requestThreads(
      @Value("${server.tomcat.threads.min-spare:10}") int spare,
      @Value("${server.tomcat.threads.max:200}") int most) {
    return RequestThreads.of(spare, most);
  }

  @Bean
  TomcatProtocolHandlerCustomizer<?> requestThreadsOfTomcat(RequestThreads threads) {
    return protocol -> protocol.setExecutor(threads);
  }

  @Bean
  FilterRegistrationBean<RoomForProbes> roomForProbes(
      @Value("${server.tomcat.threads.max:200}") int threads) {
    FilterRegistrationBean<RoomForProbes> filter =
        new FilterRegistrationBean<>(new RoomForProbes(threads));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
