package com.wechaterp.hub.product;

import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.qualification.ProductPapers;
import com.wechaterp.hub.quota.Quotas;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.WorkList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Transformer;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProductSettings.class)
class ProductConfiguration {

  @Bean
  ProductState productState(
      ProductLinks links,
      WeChat wechat,
      ObjectProvider<Erp> erp,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    return new ProductState(links, wechat, erp, work, timeline, transaction);
  }

  @Bean
  ProductDryRun productDryRun(
      Erp erp,
      ProductLinks links,
      Categories categories,
      ProductPapers papers,
      Quotas quotas,
      ProductSettings settings) {
    return new ProductDryRun(erp, links, categories, papers::of, quotas, settings);
  }

  @Bean
  ProductComparing productComparing(
      WeChat wechat,
      Erp erp,
      ProductLinks links,
      AccountRows owned,
      Categories categories,
      ProductPapers papers,
      ProductSettings settings) {
    return new ProductComparing(wechat, erp, links, owned, categories, papers::of, settings);
  }

  @Bean
  ProductFlow productFlow(
      ProductSettings settings,
      Categories categories,
      ProductPapers papers,
      ProductLinks links,
      ProductState state,
      Pictures pictures,
      Quotas quotas,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    return new ProductFlow(
        settings,
        categories,
        papers::of,
        links,
        state,
        pictures,
        quotas,
        work,
        timeline,
        transaction);
  }

  @Bean
  CamelContextConfiguration productTransformers() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        for (Transformer each : List.of(new ProductTransformer(), new SpuTransformer())) {
          camel.getTransformerRegistry().put(TransformerKey.createFrom(each), each);
        }
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }
}
