package com.wechaterp.hub.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets nobody wait for a file that is known to be closed. */
@Configuration(proxyBeanMethods = false)
class DatabaseGateConfiguration {

  @Bean
  static DatabaseState databaseState() {
    return new DatabaseState(Clock.systemUTC());
  }

  /** A server that is away may be back for others; a file is this hub's alone. */
  @Bean
  static BeanPostProcessor databaseGate(ObjectProvider<DatabaseState> state) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool && new CommitProbe(pool).isFile()
            ? new GatedDataSource(pool, state.getObject())
            : bean;
      }
    };
  }
}
