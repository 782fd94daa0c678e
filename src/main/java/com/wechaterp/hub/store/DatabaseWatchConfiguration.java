package com.wechaterp.hub.store;

import ch.qos.logback.classic.LoggerContext;
import com.wechaterp.hub.problem.Language;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Watches the hub's database while the hub runs; the command line only looks at it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hub.routes.run", matchIfMissing = true)
class DatabaseWatchConfiguration {

  private static final Duration END = Duration.ofSeconds(10);

  @Bean
  @DependsOn("flywayInitializer")
  SmartLifecycle databaseWatch(
      DataSource database,
      DatabaseState state,
      Language language,
      DatabaseProperties properties,
      ConfigurableApplicationContext hub)
      throws SQLException {
    HikariDataSource pool = database.unwrap(HikariDataSource.class);
    return new Watching(
        new DatabaseWatch(
            pool, state, Clock.systemUTC(), properties.closedLimit(), new HubExit(hub), language),
        new OutageLog(state));
  }

  /** The thread of the watch, from the start of the hub to its end. */
  private static final class Watching implements SmartLifecycle {

    private final DatabaseWatch watch;
    private final OutageLog log;
    private final Thread thread;

    Watching(DatabaseWatch watch, OutageLog log) {
      this.watch = watch;
      this.log = log;
      this.thread = HubThreads.named("database-watch").newThread(watch);
    }

    @Override
    public void start() {
      logs().addTurboFilter(log);
      thread.start();
    }

    @Override
    public void stop() {
      watch.stop();
      try {
        thread.join(END.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      logs().getTurboFilterList().remove(log);
    }

    @Override
    public boolean isRunning() {
      return thread.isAlive();
    }

    /** It is there before anybody works, and until everybody has ended. */
    @Override
    public int getPhase() {
      return Integer.MIN_VALUE;
    }

    private static LoggerContext logs() {
      return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
  }
}
