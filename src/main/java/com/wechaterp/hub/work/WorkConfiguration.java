package com.wechaterp.hub.work;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.store.DatabaseClock;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the work list together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(WorkProperties.class)
public class WorkConfiguration {

  @Bean
  DatabaseClock databaseClock(DataSource dataSource) {
    return new DatabaseClock(dataSource, Clock.systemUTC());
  }

  @Bean
  WorkRunners workRunners() {
    return new WorkRunners();
  }

  @Bean
  WorkBrake workBrake(WorkRunners runners) {
    return runners.brake();
  }

  /** Keys that cannot be parked at once are put back one by one, so nothing is repeated there. */
  @Bean
  FlowPauses flowPauses(JdbcClient jdbc, DataSource dataSource, DatabaseClock clock) {
    ParkedKeys parked = new ParkedKeys(JdbcClient.create(dataSource));
    return new FlowPauses(jdbc, parked, clock);
  }

  @Bean
  FlowCounts flowCounts(JdbcClient jdbc) {
    return new FlowCounts(jdbc);
  }

  @Bean
  Marks marks(JdbcTemplate jdbc, FlowPauses pauses) {
    return new RestingMarks(Marks.in(jdbc), pauses);
  }

  @Bean
  WorkSpool workSpool(
      JdbcTemplate jdbc, TransactionTemplate transaction, Marks marks, WorkRunners runners) {
    return new WorkSpool(jdbc, transaction, marks, runners);
  }

  @Bean
  WorkList workList(
      Marks marks,
      WorkSpool spool,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      WorkRunners runners,
      DatabaseClock clock) {
    return new JdbcWorkList(
        marks, spool, transaction, new WorkQueries(jdbc, clock), runners, clock);
  }

  @Bean
  WorkRunnerFactory workRunnerFactory(
      DataSource dataSource,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      WorkProperties properties,
      FlowPauses pauses,
      FlowCounts counts,
      WorkRunners runners,
      DatabaseClock clock,
      HubProperties hub) {
    WorkEnd end = new WorkEnd(jdbc, transaction, pauses, counts, clock);
    return new WorkRunnerFactory(
        dataSource, properties, pauses, counts, end, runners, clock, hub.dryRun());
  }

  @Bean
  FarSides farSides(ObjectProvider<FlowPauses> pauses, ObjectProvider<WorkRunners> runners) {
    return new FarSides(pauses::getObject, runners::getObject);
  }

  @Bean
  DoneCounter doneCounter(FlowCounts counts) {
    return new DoneCounter(counts);
  }

  /** Each Camel context has its own; it is made without what it works with. */
  @Bean("work-component")
  @Scope("prototype")
  WorkComponent workComponent(
      @Lazy WorkList workList, @Lazy WorkRunnerFactory factory, HubProperties hub) {
    return new WorkComponent(workList, factory, hub.account());
  }

  /** Each Camel context has its own; it is made without what it works with. */
  @Bean("outcome-component")
  @Scope("prototype")
  OutcomeComponent outcomeComponent() {
    return new OutcomeComponent();
  }

  /** Writes the counts of finished keys down every second. */
  static class DoneCounter {

    private final FlowCounts counts;

    DoneCounter(FlowCounts counts) {
      this.counts = counts;
    }

    @Scheduled(fixedDelay = 1000)
    void write() {
      counts.writeCounts();
    }
  }
}
