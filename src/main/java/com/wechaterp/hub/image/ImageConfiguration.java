package com.wechaterp.hub.image;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.erp.PackSettings;
import com.wechaterp.hub.wechat.WeChat;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImageProperties.class)
class ImageConfiguration {

  @Bean
  Images images(
      JdbcClient jdbc,
      WeChat wechat,
      HubProperties hub,
      PackSettings pack,
      ImageProperties properties,
      Environment settings) {
    return new UploadedImages(
        jdbc,
        wechat,
        new PictureFetch(
            () -> List.of(pack.folder(), Path.of(hub.home(), "config", "qualifications")),
            new InnerServers(servers(properties, settings))),
        pack);
  }

  @Bean
  Pictures pictures(Images images, ImageProperties properties) {
    return new Pictures(images, properties.limit(), Clock.systemUTC());
  }

  /** The demo shop's pictures are on this machine. */
  private static List<String> servers(ImageProperties properties, Environment settings) {
    List<String> servers = new ArrayList<>(properties.innerServers());
    if (settings.getProperty("hub.rehearsal.demo", Boolean.class, false)) {
      servers.add("127.0.0.1");
    }
    return servers;
  }
}
