package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.WeChatClock;
import com.wechaterp.hub.work.WorkList;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OnboardingSettings.class)
class OnboardingConfiguration {

  @Bean
  Onboarding onboarding(
      JdbcClient jdbc,
      WeChat wechat,
      Categories categories,
      Erp erp,
      Timeline timeline,
      OnboardingSettings settings,
      WorkList work,
      WeChatAccounts accounts,
      WeChatClock theirs,
      HubProperties hub) {
    Clock clock = Clock.systemUTC();
    Proofs proofs = new Proofs(jdbc, clock);
    WxPayForm form = new WxPayForm(forms(Path.of(hub.home()), settings.sampleForm()), wechat);
    OnboardingReading reading =
        new OnboardingReading(
            wechat, categories, new CatalogueCounts(jdbc, erp), proofs, form, settings, clock);
    return new Onboarding(
        reading,
        new TestTrades(wechat, settings, theirs),
        form,
        proofs,
        wechat,
        erp,
        timeline,
        settings,
        work,
        accounts.names());
  }

  /** The merchant's own form comes first. */
  private static List<Path> forms(Path home, String sample) {
    Path own = home.resolve("config").resolve("onboarding");
    return sample.isEmpty() ? List.of(own) : List.of(own, home.resolve(sample));
  }
}
