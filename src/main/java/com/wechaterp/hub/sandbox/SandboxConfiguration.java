package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sandbox together; without {@code hub.sandbox.enabled=true} nothing of it exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.sandbox.enabled")
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(SandboxConfiguration.class);
  private static final int TICK_MILLIS = 200;

  @Bean
  SandboxClock sandboxClock() {
    return new SandboxClock();
  }

  @Bean
  SandboxStore sandboxStore(
      SandboxProperties properties, @Value("${hub.data-dir:./data}") String data) {
    return new SandboxStore(
        properties.persist()
            ? "jdbc:h2:file:" + Path.of(data, "sandbox").toAbsolutePath() + ";WRITE_DELAY=0"
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
  Pushes sandboxPushes() {
    return new Pushes();
  }

  @Bean
  Catalogue sandboxCatalogue() {
    return new Catalogue();
  }

  @Bean
  ProductQuota sandboxProductQuota(SandboxProperties properties) {
    return new ProductQuota(properties.perHour(), properties.perDay());
  }

  @Bean
  Audits sandboxAudits(SandboxProperties properties, Catalogue catalogue, Pushes pushes) {
    return new Audits(properties, catalogue, pushes);
  }

  @Bean
  Sandbox sandbox(
      SandboxProperties properties,
      WeChatContract contract,
      SandboxStore store,
      SandboxClock clock,
      Tokens tokens,
      Catalogue catalogue,
      Audits audits,
      ProductQuota quota,
      Pushes pushes) {
    return new Sandbox(
        properties,
        contract,
        store,
        clock,
        tokens,
        List.of(
            new ProductOperations(audits, quota, catalogue).operations(),
            new ImageOperations().operations(),
            new QualificationOperations(audits, catalogue).operations(),
            new RegisterOperations(pushes).operations()));
  }

  /** Decides due audits a few times a second. */
  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService sandboxTick(Sandbox sandbox, Audits audits) {
    ScheduledExecutorService tick =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sandbox-audit");
              thread.setDaemon(true);
              return thread;
            });
    tick.scheduleWithFixedDelay(
        () -> decide(sandbox, audits), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return tick;
  }

  private static void decide(Sandbox sandbox, Audits audits) {
    try {
      sandbox.shops().forEach(audits::decideDue);
    } catch (RuntimeException e) {
      // One bad tick must not end all later ones.
      LOG.error("The sandbox could not decide its audits: {}", e.toString(), e);
    }
  }
}
