package com.wechaterp.hub.category;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CategoryConfiguration {

  private static final int ALL = 1_000_000;

  @Bean
  Categories categories(
      JdbcClient jdbc, WeChat wechat, WorkList work, Language language, HubProperties hub) {
    return new Categories(
        new KeptAnswers(
            jdbc,
            wechat,
            Clock.systemUTC(),
            account -> work.release(Release.CONFIG_CHANGE, account, ALL),
            language),
        work,
        language,
        hub.account());
  }
}
