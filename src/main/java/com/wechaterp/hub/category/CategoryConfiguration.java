package com.wechaterp.hub.category;

import com.wechaterp.hub.wechat.WeChat;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CategoryConfiguration {

  @Bean
  Categories categories(JdbcClient jdbc, WeChat wechat) {
    return new Categories(jdbc, wechat, Clock.systemUTC());
  }
}
