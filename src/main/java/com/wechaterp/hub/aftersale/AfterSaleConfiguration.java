package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.OrderReading;
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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AfterSaleSettings.class)
class AfterSaleConfiguration {

  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  AfterSales afterSales(JdbcClient jdbc, AfterSaleSettings settings) {
    return new AfterSales(jdbc, settings);
  }

  @Bean
  SentCalls afterSaleSentCalls(JdbcClient jdbc) {
    return new SentCalls(jdbc);
  }

  @Bean
  AskedRequests askedAfterSales(JdbcClient jdbc) {
    return new AskedRequests(jdbc);
  }

  @Bean
  AfterSaleReading afterSaleReading(WeChat wechat) {
    return new AfterSaleReading(wechat);
  }

  @Bean
  Decisions afterSaleDecisions(ObjectProvider<Erp> erp, AfterSales seen) {
    return new Decisions(erp, seen);
  }

  @Bean
  AfterSaleFlow afterSaleFlow(
      AfterSaleReading reading,
      AfterSales seen,
      SentCalls sent,
      Decisions decisions,
      AfterSaleSettings settings,
      WorkList work,
      Timeline timeline) {
    return new AfterSaleFlow(
        reading, seen, sent, decisions, new AfterSalePlanner(settings), work, timeline, CLOCK);
  }

  @Bean
  AfterSaleRequestFlow afterSaleRequestFlow(
      AfterSaleReading reading,
      OrderReading orders,
      OrderLinks links,
      AccountRows owned,
      AfterSales seen,
      SentCalls sent,
      AskedRequests asked,
      Decisions decisions,
      ObjectProvider<Erp> erp,
      WorkList work) {
    return new AfterSaleRequestFlow(
        reading, orders, links, owned, seen, sent, asked, decisions, erp, work, CLOCK);
  }

  @Bean
  AfterSaleDryRun afterSaleDryRun(
      AfterSaleReading reading,
      AfterSales seen,
      SentCalls sent,
      Decisions decisions,
      AfterSaleSettings settings,
      AfterSaleRequestFlow requests,
      AccountRows owned,
      Erp erp) {
    AfterSalePlanner planner = new AfterSalePlanner(settings);
    return new AfterSaleDryRun(
        reading, seen, sent, decisions, planner, requests, owned, erp, CLOCK);
  }

  @Bean
  AfterSaleCalls afterSaleCalls(
      AfterSaleReading reading,
      SentCalls sent,
      Pictures pictures,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    return new AfterSaleCalls(reading, sent, pictures, work, timeline, transaction);
  }

  @Bean
  AfterSaleFinder afterSaleFinder(
      AfterSaleReading reading,
      AfterSales seen,
      WeChatAccounts accounts,
      WorkList work,
      Timeline timeline,
      AfterSaleSettings settings,
      HubProperties hub) {
    Language language = Language.of(hub.language());
    return new AfterSaleFinder(
        reading,
        seen,
        new DeadlineWarning(seen, work, timeline, settings, language),
        accounts,
        work,
        settings,
        language,
        CLOCK);
  }

  @Bean
  AfterSaleDesk afterSaleDesk(
      AfterSales seen,
      AskedRequests asked,
      WorkList work,
      TransactionTemplate transaction,
      AfterSaleSettings settings) {
    return new AfterSaleDesk(seen, asked, work, transaction, settings, CLOCK);
  }

  @Bean
  CamelContextConfiguration afterSaleTransformers() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        for (Transformer each :
            List.of(new AfterSaleRowTransformer(), new AfterSaleBodyTransformer())) {
          camel.getTransformerRegistry().put(TransformerKey.createFrom(each), each);
        }
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }
}
