package com.wechaterp.hub.erp.component;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.erp.Erp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code erp:} known to Camel. */
@Configuration(proxyBeanMethods = false)
class ErpComponentConfiguration {

  @Bean("erp-component")
  ErpComponent erpComponent(Erp erp, HubProperties hub) {
    return new ErpComponent(erp, hub.account());
  }
}
