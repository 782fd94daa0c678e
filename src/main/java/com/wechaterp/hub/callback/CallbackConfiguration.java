package com.wechaterp.hub.callback;

import com.wechaterp.hub.inbox.EventReply;
import com.wechaterp.hub.inbox.ReplyMemory;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.WeChatAccounts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the callback address together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CallbackProperties.class, AfterSaleProperties.class})
class CallbackConfiguration {

  private final Clock clock = Clock.systemUTC();

  @Bean
  CallbackDesk callbackDesk(WeChatAccounts accounts, CallbackProperties properties) {
    return new CallbackDesk(accounts, properties, clock);
  }

  @Bean
  MessageBody messageBody(CallbackProperties properties) {
    return new MessageBody(properties);
  }

  @Bean
  CallbackCounts callbackCounts(MeterRegistry meters) {
    return new CallbackCounts(meters, clock);
  }

  @Bean
  StrayCallbacks strayCallbacks(CallbackCounts counts, Language language) {
    return new StrayCallbacks(counts, language);
  }

  @Bean
  CallbackLog callbackLog(CallbackCounts counts) {
    return counts::report;
  }

  @Bean
  ReplyWriter replyWriter(WeChatAccounts accounts) {
    return new ReplyWriter(accounts, clock);
  }

  @Bean
  DeadlineReply deadlineReply(AfterSaleProperties afterSale) {
    return new DeadlineReply(afterSale.deadline());
  }

  @Bean
  Replies replies(ObjectProvider<EventReply> beans, ReplyMemory memory) {
    return new Replies(beans.stream().toList(), memory);
  }
}
