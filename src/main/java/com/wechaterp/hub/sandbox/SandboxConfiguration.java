package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.store.HubThreads;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the sandbox together; without {@code hub.sandbox.enabled=true} nothing of it exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.sandbox.enabled")
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(SandboxConfiguration.class);
  private static final int TICK_MILLIS = 200;

  /** The demo ERP may be played with from anywhere, as by a mini-program on a telephone. */
  @Bean
  static FilterRegistrationBean<FromHereOnly> fromHereOnly(Environment settings) {
    boolean rehearsal = settings.getProperty("hub.rehearsal.active", Boolean.class, false);
    boolean demoErp = settings.getProperty("hub.rehearsal.demo", Boolean.class, false);
    FilterRegistrationBean<FromHereOnly> filter = new FilterRegistrationBean<>(new FromHereOnly());
    filter.addUrlPatterns("/sandbox/*");
    filter.setEnabled(rehearsal && !demoErp);
    return filter;
  }

  @Bean
  SandboxClock sandboxClock() {
    return new SandboxClock();
  }

  @Bean
  SandboxStore sandboxStore(
      SandboxProperties properties, @Value("${hub.data-dir:./data}") String data) {
    return new SandboxStore(
        properties.persist()
            ? "jdbc:h2:retry:" + Path.of(data, "sandbox").toAbsolutePath() + ";WRITE_DELAY=0"
            : null);
  }

  @Bean
  Tokens sandboxTokens(SandboxClock clock) {
    return new Tokens(clock);
  }

  @Bean
  Faults sandboxFaults() {
    return new Faults();
  }

  @Bean
  Pushes sandboxPushes(WeChatContract contract) {
    return new Pushes(new AnswerCheck(contract));
  }

  @Bean
  Catalogue sandboxCatalogue() {
    return new Catalogue();
  }

  @Bean
  ProductQuota sandboxProductQuota(SandboxProperties properties) {
    return new ProductQuota(
        properties.perHour(), properties.perDay(), properties.perHourOfOneProduct());
  }

  @Bean
  Audits sandboxAudits(SandboxProperties properties, Catalogue catalogue, Pushes pushes) {
    return new Audits(properties, catalogue, pushes);
  }

  @Bean
  OperationFamily sandboxProducts(Audits audits, ProductQuota quota, Catalogue catalogue) {
    return new ProductOperations(audits, quota, catalogue);
  }

  @Bean
  OperationFamily sandboxImages() {
    return new ImageOperations();
  }

  @Bean
  OperationFamily sandboxQualifications(Audits audits, Catalogue catalogue) {
    return new QualificationOperations(audits, catalogue);
  }

  @Bean
  Sandbox sandbox(
      SandboxProperties properties,
      WeChatContract contract,
      SandboxStore store,
      SandboxClock clock,
      Tokens tokens,
      AfterSaleTurns turns,
      List<OperationFamily> families,
      List<Gate> gates) {
    return new Sandbox(properties, contract, store, clock, tokens, turns, families, gates);
  }

  /** Lets time pass a few times a second. */
  @Bean(destroyMethod = "shutdown")
  ScheduledExecutorService sandboxTicker(Sandbox sandbox, List<Tick> ticks) {
    ScheduledExecutorService ticker = HubThreads.schedule("sandbox-tick");
    ticker.scheduleWithFixedDelay(
        () -> sandbox.shops().forEach(shop -> ticks.forEach(tick -> pass(tick, shop))),
        TICK_MILLIS,
        TICK_MILLIS,
        TimeUnit.MILLISECONDS);
    return ticker;
  }

  private static void pass(Tick tick, Shop shop) {
    try {
      synchronized (shop) {
        tick.pass(shop);
      }
    } catch (RuntimeException e) {
      // One bad tick must not end all later ones.
      LOG.error("The sandbox could not let time pass: {}", e.toString(), e);
    }
  }
}
