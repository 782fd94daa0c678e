package com.wechaterp.hub.image;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.wechat.WeChat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ImageConfiguration {

  @Bean
  Images images(JdbcClient jdbc, WeChat wechat, HubProperties hub) {
    return new UploadedImages(
        jdbc, wechat, new PictureFetch(hub.home().resolve("config").resolve("erp")));
  }
}
