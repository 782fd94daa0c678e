package com.wechaterp.hub.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the sandbox plays of orders. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.sandbox.enabled")
class OrderConfiguration {

  @Bean
  Timers sandboxTimers() {
    return new Timers();
  }

  @Bean
  OrderLife sandboxOrderLife(
      SandboxProperties properties, Pushes pushes, Ledger ledger, Timers timers) {
    return new OrderLife(properties.orders(), pushes, ledger, timers);
  }

  @Bean
  OrderOperations sandboxOrders(SandboxProperties properties, OrderLife life) {
    return new OrderOperations(properties.orders(), life);
  }

  @Bean
  OrderReceipt sandboxOrderReceipt(
      SandboxProperties properties, Pushes pushes, Ledger ledger, Timers timers) {
    return new OrderReceipt(properties.orders(), pushes, ledger, timers);
  }

  @Bean
  Couriers sandboxCouriers() {
    return new Couriers();
  }

  @Bean
  DeliveryOperations sandboxDeliveries(Couriers couriers, OrderReceipt receipt) {
    return new DeliveryOperations(couriers, receipt);
  }
}
