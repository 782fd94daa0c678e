package com.wechaterp.hub.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;

/** Opens the hub's own database, and lets one set of migrations serve H2 and MySQL or MariaDB. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
public class StoreConfiguration {

  /** The clause that makes keys compare by case on MySQL and MariaDB; H2 does so by itself. */
  private static final String BINARY = "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

  /** What the admin sets of the pool comes after what the hub sets. */
  @Bean
  @ConfigurationProperties("spring.datasource.hikari")
  HikariDataSource dataSource(DataSourceProperties where, DatabaseProperties limits) {
    return HubPool.of(where, limits);
  }

  /** H2 would keep the limit for what the connection does later. */
  @Bean
  TransactionManagerCustomizer<AbstractPlatformTransactionManager> transactionLimit(
      DataSourceProperties where, DatabaseProperties limits) {
    return transactions -> {
      if (HubPool.isMySql(where.determineUrl())) {
        transactions.setDefaultTimeout((int) limits.transactionLimit().toSeconds());
      }
    };
  }

  @Bean
  RepeatingTransaction transactionTemplate(ResourceTransactionManager transactions) {
    return new RepeatingTransaction(transactions);
  }

  @Bean
  JdbcTemplate jdbcTemplate(DataSource dataSource) {
    return new RepeatingStatements(dataSource);
  }

  @Bean
  H2Compaction h2Compaction(DataSource dataSource) {
    return new H2Compaction(dataSource);
  }

  @Bean
  FlywayConfigurationCustomizer migrations(
      DataSource dataSource, DataSourceProperties where, DatabaseProperties limits) {
    return flyway -> {
      flyway.placeholders(placeholders(dataSource));
      if (flyway.getDataSource() == dataSource) {
        flyway.dataSource(HubPool.forMigrations(dataSource, where, limits));
      }
    };
  }

  /**
   * Returns the placeholders of the migrations for the database behind a data source: how keys
   * compare by case, and what stands before a line for H2 alone.
   */
  public static Map<String, String> placeholders(DataSource dataSource) {
    boolean h2 = Databases.isH2(dataSource);
    return Map.of("binary", h2 ? "" : BINARY, "h2", h2 ? "" : "-- ");
  }
}
