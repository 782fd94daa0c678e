package com.wechaterp.hub.qualification;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.WorkList;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Transformer;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QualificationSettings.class)
class QualificationConfiguration {

  @Bean
  QualificationFolder qualificationFolder(HubProperties hub, Language language) {
    return new QualificationFolder(Path.of(hub.home(), "config", "qualifications"), language);
  }

  @Bean
  QualificationOwners qualificationOwners(
      QualificationFolder folder, QualificationLinks links, WorkList work, HubProperties hub) {
    return new QualificationOwners(folder, links, work, hub.account());
  }

  @Bean
  QualificationWatch qualificationWatch(
      QualificationLinks links,
      Timeline timeline,
      QualificationSettings settings,
      Language language) {
    return new QualificationWatch(links, timeline, settings, language, Clock.systemUTC());
  }

  @Bean
  QualificationState qualificationState(
      QualificationLinks links,
      WeChat wechat,
      Categories categories,
      ObjectProvider<Erp> erp,
      WorkList work,
      Timeline timeline) {
    return new QualificationState(links, wechat, categories, erp, work, timeline);
  }

  @Bean
  QualificationFlow qualificationFlow(
      QualificationFolder folder,
      QualificationLinks links,
      QualificationState state,
      QualificationOwners owners,
      Categories categories,
      Pictures pictures,
      ObjectProvider<Erp> erp,
      WorkList work,
      Timeline timeline) {
    return new QualificationFlow(
        folder,
        links,
        state,
        owners,
        categories,
        pictures,
        new PapersNews(links, erp, work),
        timeline,
        Clock.systemUTC());
  }

  @Bean
  ProductPapers productPapers(
      QualificationFolder folder,
      QualificationLinks links,
      ObjectProvider<Erp> erp,
      HubProperties hub) {
    return new ProductPapers(folder, links, erp, hub.account(), Clock.systemUTC());
  }

  @Bean
  CamelContextConfiguration qualificationTransformers() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        for (Transformer each : List.of(new QualificationTransformer(), new AuditTransformer())) {
          camel.getTransformerRegistry().put(TransformerKey.createFrom(each), each);
        }
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }
}
