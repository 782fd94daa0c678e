package com.wechaterp.hub.rehearsal;

import com.wechaterp.hub.HubProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Tells people where to look. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RehearsalProperties.class)
class RehearsalConfiguration {

  @Bean
  ReadyNotice readyNotice(HubProperties hub, RehearsalProperties rehearsal, Environment settings) {
    return new ReadyNotice(hub, rehearsal, settings);
  }
}
