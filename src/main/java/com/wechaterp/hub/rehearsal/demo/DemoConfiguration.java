package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.store.HubThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Lets the demo shop live while the hub rehearses with its pack. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hub.rehearsal.demo", havingValue = "true")
@Import(DemoImages.class)
class DemoConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DemoConfiguration.class);

  @Bean
  DemoMerchant demoMerchant(
      @Value("${hub.erp.url}") String url,
      @Value("${hub.erp.username}") String user,
      @Value("${hub.language:zh}") String language) {
    return new DemoMerchant(new DriverManagerDataSource(url, user, ""), Language.of(language));
  }

  @Bean
  DemoBuyer demoBuyer(
      @Value("${hub.erp.url}") String url,
      @Value("${hub.erp.username}") String user,
      @Value("${hub.language:zh}") String language,
      @Value("http://127.0.0.1:${server.port:8080}/sandbox/_control") String levers) {
    return new DemoBuyer(
        new DriverManagerDataSource(url, user, ""),
        new SandboxLever(levers),
        Language.of(language));
  }

  @Bean
  DemoWarehouse demoWarehouse(
      @Value("${hub.erp.url}") String url,
      @Value("${hub.erp.username}") String user,
      @Value("${hub.language:zh}") String language) {
    return new DemoWarehouse(new DriverManagerDataSource(url, user, ""), Language.of(language));
  }

  @Bean
  DemoReceiver demoReceiver(
      @Value("${hub.erp.url}") String url,
      @Value("${hub.erp.username}") String user,
      @Value("${hub.language:zh}") String language,
      @Value("http://127.0.0.1:${server.port:8080}/sandbox/_control") String levers) {
    return new DemoReceiver(
        new DriverManagerDataSource(url, user, ""),
        new SandboxLever(levers),
        Language.of(language));
  }

  @Bean
  DemoReturner demoReturner(
      @Value("${hub.erp.url}") String url,
      @Value("${hub.erp.username}") String user,
      @Value("${hub.language:zh}") String language,
      @Value("http://127.0.0.1:${server.port:8080}/sandbox/_control") String levers) {
    return new DemoReturner(
        new DriverManagerDataSource(url, user, ""),
        new SandboxLever(levers),
        Language.of(language));
  }

  @Bean
  DemoColleague demoColleague(
      @Value("${hub.language:zh}") String language,
      @Value("http://127.0.0.1:${server.port:8080}/sandbox/_control") String levers) {
    return new DemoColleague(new SandboxLever(levers), Language.of(language));
  }

  @Bean
  DemoClerk demoClerk(
      @Value("${hub.erp.url}") String url,
      @Value("${hub.erp.username}") String user,
      @Value("${hub.language:zh}") String language) {
    return new DemoClerk(new DriverManagerDataSource(url, user, ""), Language.of(language));
  }

  @Bean(destroyMethod = "shutdown")
  ScheduledExecutorService demoDay(
      List<DemoPerson> people, @Value("${hub.rehearsal.merchant-every:5s}") Duration every) {
    ScheduledExecutorService day = HubThreads.schedule("demo-people");
    if (!every.isZero()) {
      // The catalogue goes out first, so that changes can be seen one by one.
      long first = Math.max(every.toMillis(), TimeUnit.SECONDS.toMillis(45));
      people.forEach(
          person ->
              day.scheduleWithFixedDelay(
                  () -> act(person), first, every.toMillis(), TimeUnit.MILLISECONDS));
    }
    return day;
  }

  private static void act(DemoPerson person) {
    try {
      person.act();
    } catch (RuntimeException e) {
      // Everybody tries again at the next turn; a schedule ends with its first exception.
      LOG.warn("The demo {} could not act: {}", person.name(), e.getMessage());
    }
  }
}
