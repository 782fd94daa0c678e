package com.wechaterp.hub.complaint;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.aftersale.AfterSaleSettings;
import com.wechaterp.hub.aftersale.Decisions;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Transformer;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ComplaintConfiguration {

  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  Complaints complaints(JdbcClient jdbc) {
    return new Complaints(jdbc);
  }

  @Bean
  ComplaintReading complaintReading(WeChat wechat) {
    return new ComplaintReading(wechat);
  }

  @Bean
  ComplaintFlow complaintFlow(
      ComplaintReading reading,
      Complaints seen,
      ObjectProvider<Erp> erp,
      Decisions decisions,
      AfterSaleSettings settings,
      Pictures pictures,
      WorkList work,
      Timeline timeline,
      HubProperties hub) {
    return new ComplaintFlow(
        reading,
        seen,
        new EvidenceReading(erp, decisions),
        new ComplaintPlanner(settings),
        pictures,
        work,
        timeline,
        Language.of(hub.language()),
        CLOCK);
  }

  @Bean
  ComplaintFinder complaintFinder(
      ComplaintReading reading,
      Complaints seen,
      WeChatAccounts accounts,
      WorkList work,
      AfterSaleSettings settings,
      HubProperties hub) {
    return new ComplaintFinder(
        reading, seen, accounts, work, settings, Language.of(hub.language()), CLOCK);
  }

  @Bean
  CamelContextConfiguration complaintTransformers() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        for (Transformer each : List.of(new ComplaintRowTransformer(), new MaterialTransformer())) {
          camel.getTransformerRegistry().put(TransformerKey.createFrom(each), each);
        }
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }
}
