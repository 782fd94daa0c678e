package com.wechaterp.hub.wechat.component;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code wechat:} known to Camel. */
@Configuration(proxyBeanMethods = false)
class WeChatComponentConfiguration {

  @Bean("wechat-component")
  WeChatComponent weChatComponent(WeChat weChat, WeChatContract contract, HubProperties hub) {
    return new WeChatComponent(weChat, contract, hub.account());
  }
}
