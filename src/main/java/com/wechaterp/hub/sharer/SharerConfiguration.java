package com.wechaterp.hub.sharer;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.inbox.EventPeople;
import com.wechaterp.hub.wechat.Pages;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SharerConfiguration {

  @Bean
  Promoters promoters(WeChat wechat, Erp erp, WeChatAccounts accounts) {
    return new Promoters(new Pages(wechat), erp, accounts.names());
  }

  @Bean
  Sharers sharers(
      WeChat wechat,
      Erp erp,
      WorkList work,
      JdbcClient jdbc,
      EventPeople people,
      WeChatAccounts accounts) {
    return new Sharers(
        wechat, new Pages(wechat), erp, work, new SharerKeys(jdbc, people), accounts.names());
  }
}
