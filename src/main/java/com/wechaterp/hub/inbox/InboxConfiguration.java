package com.wechaterp.hub.inbox;

import com.wechaterp.hub.work.WorkBrake;
import com.wechaterp.hub.work.WorkFlows;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the inbox together. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {

  private final Clock clock = Clock.systemUTC();
  private final EventRoutes routes = new EventRoutes();

  @Bean
  Inbox inbox(
      DataSource database,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      EventMarks marks,
      WorkBrake brake) {
    return new Inbox(
        new InboxTable(jdbc, clock), new Durability(database, transactions), marks, routes, brake);
  }

  @Bean
  EventMarks eventMarks(WorkList workList, WorkFlows flows) {
    return new EventMarks(workList, flows);
  }

  @Bean
  StoredEvents storedEvents(JdbcClient jdbc) {
    return new StoredEvents(jdbc);
  }

  @Bean
  EventLog eventLog(
      JdbcClient jdbc, TransactionTemplate transaction, StoredEvents stored, EventMarks marks) {
    return new EventLog(jdbc, transaction, stored, routes, marks);
  }

  @Bean
  EventPeople eventPeople(StoredEvents stored) {
    return new EventPeople(stored, routes);
  }

  @Bean
  WaitingEvents waitingEvents(
      JdbcClient jdbc, TransactionTemplate transaction, StoredEvents stored, EventMarks marks) {
    return new WaitingEvents(jdbc, transaction, marks, routes, stored);
  }

  @Bean
  ReplyMemory replyMemory(JdbcClient jdbc) {
    return new ReplyMemory(jdbc, clock);
  }
}
