package com.wechaterp.hub.image;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.erp.PackSettings;
import com.wechaterp.hub.wechat.WeChat;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ImageConfiguration {

  @Bean
  Images images(JdbcClient jdbc, WeChat wechat, HubProperties hub, PackSettings pack) {
    return new UploadedImages(
        jdbc,
        wechat,
        new PictureFetch(
            () -> List.of(pack.folder(), Path.of(hub.home(), "config", "qualifications"))),
        pack);
  }
}
