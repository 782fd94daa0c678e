package com.wechaterp.hub.link;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.wechat.WeChatAccounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

  @Bean
  ProductLinks productLinks(JdbcClient jdbc, JsonMapper json) {
    return new JdbcProductLinks(jdbc, json);
  }

  @Bean
  OrderLinks orderLinks(JdbcClient jdbc) {
    return new JdbcOrderLinks(jdbc);
  }

  @Bean
  AccountRows accountRows(JdbcClient jdbc, WeChatAccounts accounts, HubProperties hub) {
    return new AccountRows(jdbc, accounts.names(), hub.account());
  }

  @Bean
  QualificationLinks qualificationLinks(JdbcClient jdbc) {
    return new JdbcQualificationLinks(jdbc);
  }
}
