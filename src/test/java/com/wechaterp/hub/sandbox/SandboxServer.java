package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The sandbox alone on a free port, so that a test may start, stop and restart it. */
public final class SandboxServer implements AutoCloseable {

  public static final String APP_ID = "wx77e672d6d34a4bed";
  public static final String SECRET = "sandbox-secret-of-the-tests";

  private final ConfigurableApplicationContext context;

  private SandboxServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts a sandbox with one account whose audits take no time. */
  static SandboxServer start() {
    return start(Map.of());
  }

  /** Starts a sandbox with one account, settings added to or put over those of {@link #start()}. */
  public static SandboxServer start(Map<String, String> settings) {
    Map<String, Object> all = new TreeMap<>();
    all.put("server.port", "0");
    all.put("hub.sandbox.enabled", "true");
    all.put("hub.rehearsal.active", "false");
    all.put("hub.sandbox.audit-delay", "0s");
    all.put("hub.sandbox.coupons-confirmed", "true");
    all.put("hub.sandbox.accounts." + APP_ID + ".secret", SECRET);
    all.putAll(settings);
    // Given as arguments, because the application's own file would win over default properties.
    String[] arguments =
        all.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    return new SandboxServer(new SpringApplicationBuilder(Application.class).run(arguments));
  }

  /** Returns what an account configures as its base URL, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:"
        + context.getEnvironment().getRequiredProperty("local.server.port")
        + "/sandbox";
  }

  public URI uri(String path) {
    return URI.create(url() + path);
  }

  @Override
  public void close() {
    context.close();
  }

  @EnableConfigurationProperties(HubProperties.class)
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MultipartAutoConfiguration.class
  })
  @ComponentScan(basePackageClasses = SandboxConfiguration.class)
  static class Application {

    @Bean
    WeChatContract weChatContract() {
      return WeChatContract.load();
    }
  }
}
