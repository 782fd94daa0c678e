package com.wechaterp.hub.shipment;

import com.wechaterp.hub.courier.CourierAliases;
import com.wechaterp.hub.courier.Couriers;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.OrderList;
import com.wechaterp.hub.order.OrderReading;
import com.wechaterp.hub.order.OrderState;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Transformer;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShipmentSettings.class)
class ShipmentConfiguration {

  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  SentParcels sentParcels(JdbcClient jdbc) {
    return new SentParcels(jdbc, CLOCK);
  }

  @Bean
  ShipmentNews shipmentNews(ObjectProvider<Erp> erp, SentParcels sent) {
    return new ShipmentNews(erp, sent);
  }

  @Bean
  ShipmentFlow shipmentFlow(
      WeChatAccounts accounts,
      WorkList work,
      OrderLinks links,
      AccountRows owned,
      OrderState orders,
      Couriers couriers,
      SentParcels sent,
      ShipmentNews news,
      ShipmentSettings settings) {
    return new ShipmentFlow(
        new ShippingLanes(accounts, work),
        links,
        owned,
        work,
        orders,
        couriers,
        sent,
        news,
        new ShipmentPlanner(settings.unknownCourier()),
        CLOCK);
  }

  @Bean
  ShipmentDryRun shipmentDryRun(
      OrderList list,
      OrderReading reading,
      ShipmentFlow flow,
      OrderLinks links,
      AccountRows owned,
      WeChatAccounts accounts,
      WorkList work,
      Erp erp) {
    ShippingLanes lanes = new ShippingLanes(accounts, work);
    return new ShipmentDryRun(list, reading, flow, links, owned, lanes, erp);
  }

  @Bean
  ShipmentCalls shipmentCalls(
      SentParcels sent,
      OrderState orders,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    return new ShipmentCalls(sent, orders, work, timeline, transaction);
  }

  @Bean
  CourierNews courierNews(CourierAliases aliases, WeChatAccounts accounts, WorkList work) {
    return new CourierNews(aliases, accounts, work);
  }

  @Bean
  CamelContextConfiguration shipmentTransformers() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        for (Transformer each : List.of(new ShipmentTransformer(), new DeliveryTransformer())) {
          camel.getTransformerRegistry().put(TransformerKey.createFrom(each), each);
        }
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }
}
