package com.wechaterp.hub.erp.component;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.erp.ErpDataSource;
import com.wechaterp.hub.erp.ErpDatabase;
import javax.sql.DataSource;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.support.SimpleRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the ERP known to Camel. */
@Configuration(proxyBeanMethods = false)
class ErpComponentConfiguration {

  /**
   * The one data source routes see, {@code #erp}. For Spring, which would take it for the hub's
   * own, it is no bean.
   */
  @Bean
  BeanRepository erpDataSource(ObjectProvider<ErpDatabase> database, HubProperties hub) {
    SimpleRegistry registry = new SimpleRegistry();
    registry.bind("erp", DataSource.class, new ErpDataSource(database::getObject, hub.dryRun()));
    return registry;
  }
}
