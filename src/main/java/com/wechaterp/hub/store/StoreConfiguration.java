package com.wechaterp.hub.store;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets one set of migrations serve H2 and MySQL or MariaDB. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

  /** The clause that makes keys compare by case on MySQL and MariaDB; H2 does so by itself. */
  private static final String BINARY = "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

  @Bean
  FlywayConfigurationCustomizer binaryKeys(DataSource dataSource) {
    return flyway -> flyway.placeholders(placeholders(dataSource));
  }

  /** Returns the placeholders of the migrations for the database behind a data source. */
  public static Map<String, String> placeholders(DataSource dataSource) {
    return Map.of("binary", Databases.isH2(dataSource) ? "" : BINARY);
  }
}
