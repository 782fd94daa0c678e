package com.wechaterp.hub.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the sandbox plays of after-sales. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.sandbox.enabled")
class AfterSaleConfiguration {

  @Bean
  AfterSaleEvents sandboxAfterSaleEvents(Pushes pushes) {
    return new AfterSaleEvents(pushes);
  }

  @Bean
  AfterSaleTurns sandboxAfterSaleTurns() {
    return new AfterSaleTurns();
  }

  @Bean
  Refunds sandboxRefunds(
      SandboxProperties properties,
      AfterSaleEvents events,
      OrderReceipt orders,
      Ledger ledger,
      Timers timers) {
    return new Refunds(properties.aftersales(), events, orders, ledger, timers);
  }

  @Bean
  AfterSaleLife sandboxAfterSaleLife(
      SandboxProperties properties, AfterSaleEvents events, Refunds refunds, Timers timers) {
    return new AfterSaleLife(properties.aftersales(), events, refunds, timers);
  }

  @Bean
  AfterSaleOperations sandboxAfterSales(
      AfterSaleLife life, AfterSaleEvents events, Refunds refunds, Couriers couriers) {
    return new AfterSaleOperations(life, events, refunds, couriers);
  }

  @Bean
  AfterSaleRecords sandboxAfterSaleRecords(OrderReceipt orders) {
    return new AfterSaleRecords(orders);
  }
}
