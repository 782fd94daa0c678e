package com.wechaterp.hub;

import com.wechaterp.hub.problem.Language;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every part of the hub may ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubProperties.class)
class HubConfiguration {

  @Bean
  Language language(HubProperties hub) {
    return Language.of(hub.language());
  }
}
