package com.wechaterp.hub.wechat;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.clock.NodeClock;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import com.wechaterp.hub.work.FarSides;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the WeChat end together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WeChatProperties.class)
class WeChatConfiguration {

  @Bean
  WeChatContract weChatContract() {
    return WeChatContract.load();
  }

  @Bean
  WeChatAccounts weChatAccounts(WeChatProperties properties) {
    return new WeChatAccounts(properties.accounts());
  }

  @Bean
  WeChatClock weChatClock(NodeClock clock, WeChatAccounts accounts) {
    return new WeChatClock(clock, accounts);
  }

  @Bean
  WeChatTransport weChatTransport(
      CamelContext camel, WeChatProperties properties, WeChatClock clock) {
    return new CamelHttpTransport(camel, properties, clock);
  }

  @Bean
  RefreshBudget refreshBudget(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new RefreshBudget(jdbc, transactions, Clock.systemUTC());
  }

  @Bean
  AccessTokens accessTokens(
      WeChatAccounts accounts,
      WeChatTransport transport,
      WeChatContract contract,
      RefreshBudget budget) {
    return new AccessTokens(
        accounts, transport, new WeChatErrors(contract), budget, Clock.systemUTC());
  }

  @Bean
  UnknownFields unknownFields(WeChatContract contract, WeChatProperties properties) {
    return new UnknownFields(contract, properties.unknownFields());
  }

  @Bean
  WeChat weChat(
      WeChatAccounts accounts,
      WeChatTransport transport,
      WeChatContract contract,
      AccessTokens tokens,
      UnknownFields unknown,
      Timeline timeline,
      FarSides farSides,
      HubProperties hub) {
    WeChat http =
        new HttpWeChat(accounts, transport, contract, tokens, unknown, timeline, farSides::weChat);
    return hub.dryRun() ? new DryRunWeChat(http, contract) : http;
  }

  @Bean
  CredentialCheck credentialCheck(WeChat weChat, WeChatAccounts accounts) {
    return new CredentialCheck(weChat, accounts);
  }
}
