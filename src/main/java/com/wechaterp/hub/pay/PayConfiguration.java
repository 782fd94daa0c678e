package com.wechaterp.hub.pay;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PayConfiguration {

  @Bean
  PayParts payParts(JdbcClient jdbc) {
    return new PayParts(jdbc, Clock.systemUTC());
  }

  @Bean
  PayOrders payOrders(
      WeChat wechat,
      Erp erp,
      PayParts parts,
      WorkList work,
      Timeline timeline,
      WeChatAccounts accounts) {
    return new PayOrders(wechat, erp, parts, work, timeline, accounts.names(), Clock.systemUTC());
  }

  @Bean
  PayDesk payDesk(
      WeChat wechat, PayOrders orders, PayParts parts, WorkList work, Timeline timeline) {
    return new PayDesk(wechat, orders, parts, work, timeline);
  }
}
