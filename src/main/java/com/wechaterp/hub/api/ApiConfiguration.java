package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.UnknownFields;
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
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
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
  ApiErrorAttributes apiErrorAttributes() {
    return new ApiErrorAttributes();
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
  WebMvcConfigurer apiRequests(ApiTexts texts, JsonMapper json) {
    JsonMapper strict =
        json.rebuild()
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    return new WebMvcConfigurer() {
      /** 10.5 fen must not become 10, and a mistyped field must not be left out quietly. */
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
      }

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
      UnknownFields unknown,
      WeChatAccounts accounts,
      Timeline timeline,
      ApiProperties settings) {
    Clock clock = Clock.systemUTC();
    return new OperationDesk(
        wechat, contract, unknown, accounts, new CallRates(settings, clock), timeline, clock);
  }

  @Bean
  OpenApiCustomizer apiDescription(ApiTexts texts, WeChatContract contract) {
    return new ApiDescription(texts, new ContractPaths(contract));
  }
}
