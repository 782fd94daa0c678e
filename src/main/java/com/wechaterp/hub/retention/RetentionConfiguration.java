package com.wechaterp.hub.retention;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeepProperties.class)
class RetentionConfiguration {

  @Bean
  RetentionJob retentionJob(
      JdbcTemplate jdbc, TransactionTemplate transaction, KeepProperties keep) {
    return new RetentionJob(new KeptTables(jdbc, transaction, keep).all(), Clock.systemUTC());
  }
}
