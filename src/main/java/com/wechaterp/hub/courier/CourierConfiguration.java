package com.wechaterp.hub.courier;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.WeChat;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CourierConfiguration {

  @Bean
  CourierAliases courierAliases(HubProperties hub, Language language) {
    return new CourierAliases(Path.of(hub.home()), language);
  }

  @Bean
  Couriers couriers(JdbcClient jdbc, WeChat wechat, CourierAliases aliases) {
    return new Couriers(jdbc, wechat, aliases, Clock.systemUTC());
  }
}
