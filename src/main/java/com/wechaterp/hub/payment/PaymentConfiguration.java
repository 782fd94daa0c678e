package com.wechaterp.hub.payment;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.ErpOrders;
import com.wechaterp.hub.order.OrderSettings;
import com.wechaterp.hub.order.OrderState;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

  @Bean
  PaymentFlow paymentFlow(
      OrderSettings settings,
      OrderLinks links,
      OrderState state,
      ErpOrders orders,
      ObjectProvider<Erp> erp,
      WorkList work,
      Timeline timeline) {
    return new PaymentFlow(settings, links, state, orders, erp, work, timeline, Clock.systemUTC());
  }
}
