package com.wechaterp.hub.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the sandbox plays of disputes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.sandbox.enabled")
class ComplaintConfiguration {

  @Bean
  ComplaintLife sandboxComplaintLife(
      SandboxProperties properties,
      AfterSaleLife aftersales,
      AfterSaleEvents events,
      Pushes pushes,
      Timers timers) {
    return new ComplaintLife(properties.complaints(), aftersales, events, pushes, timers);
  }

  @Bean
  ComplaintOperations sandboxComplaints(ComplaintLife life) {
    return new ComplaintOperations(life);
  }
}
