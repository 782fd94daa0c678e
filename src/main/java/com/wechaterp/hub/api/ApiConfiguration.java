package com.wechaterp.hub.api;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Guards the API. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

  @Bean
  FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(Environment settings, JsonMapper json) {
    List<String> keys =
        Binder.get(settings).bind("hub.api-keys", Bindable.listOf(String.class)).orElse(List.of());
    boolean rehearsal = settings.getProperty("hub.rehearsal.active", Boolean.class, false);
    FilterRegistrationBean<ApiKeyFilter> filter =
        new FilterRegistrationBean<>(new ApiKeyFilter(keys, json));
    filter.addUrlPatterns("/api/*");
    filter.setEnabled(!rehearsal);
    return filter;
  }
}
