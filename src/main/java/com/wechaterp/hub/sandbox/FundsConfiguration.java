package com.wechaterp.hub.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the sandbox plays of money. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.sandbox.enabled")
class FundsConfiguration {

  @Bean
  Ledger sandboxLedger() {
    return new Ledger();
  }
}
