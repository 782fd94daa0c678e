package com.wechaterp.hub.cli;

import com.wechaterp.hub.HubApplication;
import com.wechaterp.hub.store.RepeatingTransaction;
import com.wechaterp.hub.store.StoreConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hub's own parts, and in the place of what Spring Boot sets up around them the little that
 * they need on the command line: setting all of that up took most of a command's time.
 */
@ComponentScan(
    basePackageClasses = HubApplication.class,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = {HubApplication.class, StoreConfiguration.class}))
class OfflineBeans {

  @Bean
  DataSource dataSource() {
    return new OfflineDatabase();
  }

  @Bean
  JdbcTemplate jdbcTemplate(DataSource dataSource) {
    return new JdbcTemplate(dataSource);
  }

  @Bean
  JdbcClient jdbcClient(JdbcTemplate jdbc) {
    return JdbcClient.create(jdbc);
  }

  @Bean
  ResourceTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  RepeatingTransaction transactionTemplate(ResourceTransactionManager transactions) {
    return new RepeatingTransaction(transactions);
  }

  @Bean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  JsonMapper jsonMapper() {
    return JsonMapper.builder().build();
  }

  @Bean(destroyMethod = "close")
  CamelContext camelContext(
      Environment settings, ObjectProvider<CamelContextConfiguration> furnishings) {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.disableJMX();
    camel.getPropertiesComponent().addPropertiesSource(new SettingsSource(settings));
    furnishings.forEach(each -> each.beforeApplicationStart(camel));
    camel.start();
    return camel;
  }
}
