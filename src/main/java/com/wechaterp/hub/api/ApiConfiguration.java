package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.time.Clock;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Guards and describes the API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiConfiguration {

  @Bean
  ApiTexts apiTexts() {
    return ApiTexts.load();
  }

  @Bean
  FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(
      HubProperties hub,
      JsonMapper json,
      WeChatAccounts accounts,
      @Value("${hub.rehearsal.active:false}") boolean rehearsal,
      @Value("${hub.rehearsal.demo:false}") boolean demoErp) {
    FilterRegistrationBean<ApiKeyFilter> filter =
        new FilterRegistrationBean<>(new ApiKeyFilter(hub.apiKeys(), json));
    filter.addUrlPatterns("/api/*");
    // Whoever rehearses has no keys yet; neither WeChat itself nor a merchant's ERP is left open.
    filter.setEnabled(!(rehearsal && demoErp && accounts.allPlayedHere()));
    return filter;
  }

  @Bean
  WebMvcConfigurer apiScopes(ApiTexts texts) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeCheck(texts)).addPathPatterns("/api/**");
      }
    };
  }

  @Bean
  OperationDesk operationDesk(
      WeChat wechat,
      WeChatContract contract,
      WeChatAccounts accounts,
      Timeline timeline,
      ApiProperties settings) {
    Clock clock = Clock.systemUTC();
    return new OperationDesk(
        wechat, contract, accounts, new CallRates(settings, clock), timeline, clock);
  }

  @Bean
  OpenApiCustomizer apiDescription(ApiTexts texts, WeChatContract contract) {
    return new ApiDescription(texts, new ContractPaths(contract));
  }
}
