package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.aftersale.AfterSaleDryRun;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.order.OrderDryRun;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.product.ProductComparing;
import com.wechaterp.hub.shipment.ShipmentDryRun;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconcileSettings.class)
class ReconcileConfiguration {

  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  Comparison ordersComparison(OrderDryRun orders, ReconcileSettings settings) {
    return OrdersComparison.ofOrders(orders, settings.unfinished());
  }

  @Bean
  Comparison paymentsComparison(OrderDryRun orders) {
    return OrdersComparison.ofPayments(orders);
  }

  @Bean
  Comparison afterSalesComparison(AfterSaleDryRun afterSales) {
    return new AfterSalesComparison(afterSales);
  }

  @Bean
  Comparison shipmentsComparison(ShipmentDryRun shipments) {
    return new ShipmentsComparison(shipments);
  }

  @Bean
  Comparison productsComparison(ProductComparing products) {
    return new ProductsComparison(products);
  }

  @Bean
  Reconciler reconciler(
      List<Comparison> comparisons,
      WeChatAccounts accounts,
      Erp erp,
      WorkList work,
      ReconcileSettings settings) {
    return new Reconciler(comparisons, accounts, erp, work, settings.windows(), CLOCK);
  }

  @Bean
  Reports reconcileReports(JdbcClient jdbc, TransactionTemplate transaction) {
    return new Reports(jdbc, transaction);
  }

  @Bean
  ReconcileFlow reconcileFlow(
      Reconciler reconciler,
      Reports reports,
      ReconcileSettings settings,
      WeChatAccounts accounts,
      HubProperties hub) {
    return new ReconcileFlow(
        reconciler, reports, settings, accounts, Language.of(hub.language()), CLOCK);
  }
}
