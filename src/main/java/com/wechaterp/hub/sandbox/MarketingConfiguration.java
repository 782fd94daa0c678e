package com.wechaterp.hub.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together coupons, promoters, sharers, and the shipping-info management. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.sandbox.enabled")
class MarketingConfiguration {

  @Bean
  OperationFamily sandboxCoupons() {
    return new CouponOperations();
  }

  @Bean
  CouponConfirmation sandboxCouponConfirmation(SandboxProperties properties, Pushes pushes) {
    return new CouponConfirmation(pushes, properties.couponsConfirmed());
  }

  @Bean
  OperationFamily sandboxUserCoupons() {
    return new UserCouponOperations();
  }

  @Bean
  OperationFamily sandboxPromoters() {
    return new PromoterOperations();
  }

  @Bean
  OperationFamily sandboxSharers() {
    return new SharerOperations();
  }

  @Bean
  OperationFamily sandboxSharerSales() {
    return new SharerSales();
  }

  @Bean
  OperationFamily sandboxCategoryRules(Catalogue catalogue) {
    return new CategoryRules(catalogue);
  }

  @Bean
  SettlementNotices sandboxSettlementNotices(Pushes pushes) {
    return new SettlementNotices(pushes);
  }

  @Bean
  OperationFamily sandboxShippingUploads(SettlementNotices notices) {
    return new ShippingUploads(notices);
  }

  @Bean
  OperationFamily sandboxOrderCentre() {
    return new OrderCentre();
  }

  @Bean
  OperationFamily sandboxAccountApplications() {
    return new AccountApplications();
  }

  @Bean
  OperationFamily sandboxSecOrders() {
    return new SecOrderOperations();
  }
}
