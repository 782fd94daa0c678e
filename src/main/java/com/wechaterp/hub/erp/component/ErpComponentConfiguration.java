package com.wechaterp.hub.erp.component;

import com.wechaterp.hub.erp.Erp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code erp:} known to Camel. */
@Configuration(proxyBeanMethods = false)
class ErpComponentConfiguration {

  @Bean("erp-component")
  ErpComponent erpComponent(Erp erp, @Value("${hub.account:main}") String account) {
    return new ErpComponent(erp, account);
  }
}
