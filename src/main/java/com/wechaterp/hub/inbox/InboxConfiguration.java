package com.wechaterp.hub.inbox;

import com.wechaterp.hub.work.WorkFlows;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the inbox together. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

  @Bean
  Inbox inbox(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      WorkList workList,
      WorkFlows flows) {
    return new Inbox(
        jdbc, new TransactionTemplate(transactions), workList, flows, Clock.systemUTC());
  }

  @Bean
  WaitingEvents waitingEvents(Inbox inbox) {
    return new WaitingEvents(inbox);
  }

  /** Looks now and then whether events wait whose flow has a route by now. */
  static class WaitingEvents {

    private final Inbox inbox;

    WaitingEvents(Inbox inbox) {
      this.inbox = inbox;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 30_000)
    void mark() {
      inbox.markWaiting();
    }
  }
}
