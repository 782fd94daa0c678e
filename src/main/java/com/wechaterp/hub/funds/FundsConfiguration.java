package com.wechaterp.hub.funds;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FundsSettings.class)
class FundsConfiguration {

  @Bean
  LedgerFlow ledgerFlow(
      JdbcClient jdbc,
      WeChat wechat,
      WeChatAccounts accounts,
      Erp erp,
      WorkList work,
      Timeline timeline,
      FundsSettings settings) {
    LedgerStore store = new LedgerStore(jdbc);
    return new LedgerFlow(
        new LedgerReading(wechat, store),
        store,
        erp,
        work,
        timeline,
        settings,
        accounts.names(),
        Clock.systemUTC());
  }

  @Bean
  MoneyRequests moneyRequests(JdbcClient jdbc) {
    return new MoneyRequests(jdbc);
  }

  @Bean
  MoneyDesk moneyDesk(
      MoneyRequests requests,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction,
      FundsSettings settings) {
    return new MoneyDesk(requests, work, timeline, transaction, settings, Clock.systemUTC());
  }

  @Bean
  MoneyFlow moneyFlow(
      MoneyRequests requests,
      WeChat wechat,
      Erp erp,
      Timeline timeline,
      TransactionTemplate transaction,
      FundsSettings settings) {
    Clock clock = Clock.systemUTC();
    return new MoneyFlow(
        requests,
        new WithdrawalSearch(wechat, requests),
        new WithdrawalLimit(requests, transaction, settings, clock),
        wechat,
        erp,
        timeline,
        clock);
  }
}
