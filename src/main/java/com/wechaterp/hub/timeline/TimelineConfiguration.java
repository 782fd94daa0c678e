package com.wechaterp.hub.timeline;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TimelineConfiguration {

  @Bean
  Timeline timeline(JdbcClient jdbc) {
    return new JdbcTimeline(jdbc, Clock.systemUTC());
  }
}
