package com.wechaterp.hub.wechat.component;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;

/** Makes {@code wechat:} known to Camel. */
@Configuration(proxyBeanMethods = false)
class WeChatComponentConfiguration {

  /** Each Camel context has its own; it is made without what it works with. */
  @Bean("wechat-component")
  @Scope("prototype")
  WeChatComponent weChatComponent(@Lazy WeChat weChat, WeChatContract contract, HubProperties hub) {
    return new WeChatComponent(weChat, contract, hub.account());
  }
}
