package com.wechaterp.hub.work;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the work list together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(WorkProperties.class)
public class WorkConfiguration {

  @Bean
  WorkRunners workRunners() {
    return new WorkRunners();
  }

  @Bean
  WorkBrake workBrake(WorkRunners runners) {
    return runners.brake();
  }

  @Bean
  FlowPauses flowPauses(JdbcClient jdbc) {
    return new FlowPauses(jdbc, Clock.systemUTC());
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
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Marks marks,
      WorkRunners runners) {
    return new WorkSpool(jdbc, new TransactionTemplate(transactions), marks, runners);
  }

  @Bean
  WorkList workList(
      Marks marks,
      WorkSpool spool,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      WorkRunners runners) {
    Clock clock = Clock.systemUTC();
    return new JdbcWorkList(
        marks,
        spool,
        new TransactionTemplate(transactions),
        new WorkQueries(jdbc, clock),
        runners,
        clock);
  }

  @Bean
  WorkRunnerFactory workRunnerFactory(
      DataSource dataSource,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      WorkProperties properties,
      FlowPauses pauses,
      FlowCounts counts,
      WorkRunners runners,
      @Value("${hub.dry-run:false}") boolean dryRun) {
    WorkEnd end =
        new WorkEnd(jdbc, new TransactionTemplate(transactions), pauses, counts, Clock.systemUTC());
    return new WorkRunnerFactory(dataSource, properties, pauses, counts, end, runners, dryRun);
  }

  @Bean
  DoneCounter doneCounter(FlowCounts counts) {
    return new DoneCounter(counts);
  }

  @Bean("work-component")
  WorkComponent workComponent(
      WorkList workList, WorkRunnerFactory factory, @Value("${hub.account:main}") String account) {
    return new WorkComponent(workList, factory, account);
  }

  @Bean("outcome-component")
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
