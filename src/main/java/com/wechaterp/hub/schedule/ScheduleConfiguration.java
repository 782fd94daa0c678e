package com.wechaterp.hub.schedule;

import com.wechaterp.hub.store.Databases;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.DBConnectionManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives Camel's {@code quartz:} its store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleSettings.class)
class ScheduleConfiguration {

  /** The same on all nodes: by it they know that they share a schedule. */
  private static final String NAME = "wechat-erp-hub";

  private static final int THREADS = 10;

  @Bean("quartz-component")
  QuartzComponent quartzComponent(
      CamelContext camel, DataSource dataSource, ScheduleSettings settings) {
    QuartzComponent quartz = new LaterTriggers(camel);
    // Triggers come with the first route, or are there already; they fire when all routes run.
    quartz.setAutoStartScheduler(false);
    if (isShared(settings.store(), dataSource)) {
      quartz.setProperties(shared(dataSource));
      quartz.setPrefixInstanceName(false);
    }
    return quartz;
  }

  @Bean
  TriggerUris triggerUris() {
    return new TriggerUris();
  }

  @Bean
  Schedule schedule(CamelContext camel, JdbcClient jdbc) {
    return new Schedule(camel, jdbc);
  }

  private static boolean isShared(ScheduleSettings.Store store, DataSource dataSource) {
    return switch (store) {
      case MEMORY -> false;
      case DATABASE -> true;
      case AUTO -> !Databases.isH2(dataSource);
    };
  }

  private static Map<String, Object> shared(DataSource dataSource) {
    String database = "hub-" + UUID.randomUUID();
    DBConnectionManager.getInstance()
        .addConnectionProvider(database, new QuartzConnections(dataSource));
    Map<String, Object> properties = new HashMap<>();
    properties.put("org.quartz.scheduler.instanceName", NAME);
    properties.put("org.quartz.scheduler.instanceId", "AUTO");
    properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.put("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
    properties.put("org.quartz.threadPool.threadCount", String.valueOf(THREADS));
    properties.put("org.quartz.jobStore.class", JobStoreTX.class.getName());
    properties.put("org.quartz.jobStore.driverDelegateClass", StdJDBCDelegate.class.getName());
    properties.put("org.quartz.jobStore.tablePrefix", "QRTZ_");
    properties.put("org.quartz.jobStore.dataSource", database);
    properties.put("org.quartz.jobStore.isClustered", "true");
    properties.put("org.quartz.jobStore.clusterCheckinInterval", "5000");
    // Job data as plain text, so that no node meets a class of another version.
    properties.put("org.quartz.jobStore.useProperties", "true");
    return properties;
  }
}
