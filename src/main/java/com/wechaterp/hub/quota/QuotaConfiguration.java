package com.wechaterp.hub.quota;

import com.wechaterp.hub.store.RepeatingTransaction;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotaSettings.class)
class QuotaConfiguration {

  @Bean
  Quotas quotas(JdbcClient jdbc, ResourceTransactionManager transactions, QuotaSettings settings) {
    TransactionTemplate own = new RepeatingTransaction(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new JdbcQuotas(jdbc, own, settings, Clock.systemUTC());
  }
}
