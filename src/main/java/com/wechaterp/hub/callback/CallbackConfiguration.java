package com.wechaterp.hub.callback;

import com.wechaterp.hub.wechat.WeChatAccounts;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the callback address together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallbackProperties.class)
class CallbackConfiguration {

  @Bean
  CallbackDesk callbackDesk(WeChatAccounts accounts, CallbackProperties properties) {
    return new CallbackDesk(accounts, properties, Clock.systemUTC());
  }
}
