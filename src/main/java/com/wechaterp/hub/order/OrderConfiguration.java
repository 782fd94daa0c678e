package com.wechaterp.hub.order;

import com.wechaterp.hub.wechat.WeChat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

  @Bean
  OrderReading orderReading(WeChat wechat) {
    return new OrderReading(wechat);
  }
}
