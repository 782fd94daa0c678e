package com.wechaterp.hub.callback;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.inbox.EventAnswer;
import com.wechaterp.hub.inbox.EventReply;
import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.inbox.InboxConfiguration;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The callback addresses of three accounts over a real inbox and work list, on a free port. */
final class CallbackServer implements AutoCloseable {

  static final String TOKEN = "sandboxtoken";
  static final String KEY = "sandboxsandboxsandboxsandboxsandboxsandbox0";
  static final String APP_ID = "wx77e672d6d34a4bed";
  private static final Pattern RECEIVER = Pattern.compile("<ToUserName>.*?</ToUserName>");
  static final String ASKING = "asks_for_an_answer";

  /** What the event {@link #ASKING} is answered. */
  final AtomicReference<Function<InboundEvent, EventAnswer>> answer =
      new AtomicReference<>(event -> EventAnswer.success());

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  private CallbackServer(DataSource database) {
    ApplicationContextInitializer<GenericApplicationContext> given =
        beans -> {
          beans.registerBean(DataSource.class, () -> database);
          beans.registerBean(EventReply.class, this::asking);
        };
    context =
        new SpringApplicationBuilder(Application.class)
            .initializers(given)
            .run(
                "--server.port=0",
                "--hub.rehearsal.active=false",
                "--hub.callback.body-limit=64KB",
                "--hub.aftersale.deadline=15d");
  }

  /** Starts it over the hub's database of a test; work is marked and nobody does it. */
  static CallbackServer start(DataSource database) {
    return new CallbackServer(database);
  }

  private EventReply asking() {
    return new EventReply() {
      @Override
      public String event() {
        return ASKING;
      }

      @Override
      public EventAnswer answer(InboundEvent event) {
        return answer.get().apply(event);
      }
    };
  }

  /** Sends a message as WeChat does; the account {@code safe} has a key, {@code main} has none. */
  HttpResponse<String> push(String account, String message) {
    String time = now();
    String query = "?timestamp=" + time + "&nonce=n&openid=o";
    if (!account.equals("safe")) {
      return post(account, query + "&signature=" + MessageSignature.of(TOKEN, time, "n"), message);
    }
    String encrypted = new MessageCipher(KEY, APP_ID).encrypt(message);
    String envelope =
        message.startsWith("{")
            ? "{\"ToUserName\":\"gh_1\",\"Encrypt\":\"" + encrypted + "\"}"
            : "<xml>" + receiver(message) + "<Encrypt>" + encrypted + "</Encrypt></xml>";
    return post(
        account,
        query
            + "&encrypt_type=aes&msg_signature="
            + MessageSignature.of(TOKEN, time, "n", encrypted),
        envelope);
  }

  private static String receiver(String message) {
    Matcher receiver = RECEIVER.matcher(message);
    return receiver.find() ? receiver.group() : "";
  }

  HttpResponse<String> post(String account, String query, String body) {
    return send(
        HttpRequest.newBuilder(uri(account, query))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build());
  }

  HttpResponse<String> get(String account, String query) {
    return getPath("/callbacks/" + account, query);
  }

  /** Asks at any path. */
  HttpResponse<String> getPath(String path, String query) {
    return send(HttpRequest.newBuilder(address(path + query)).build());
  }

  private URI uri(String account, String query) {
    return address("/callbacks/" + account + query);
  }

  private URI address(String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String now() {
    return String.valueOf(System.currentTimeMillis() / 1000);
  }

  CallbackReport report() {
    return context.getBean(CallbackLog.class).report();
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
    JacksonAutoConfiguration.class
  })
  @Import({
    CallbackConfiguration.class,
    CallbackController.class,
    InboxConfiguration.class,
    WorkConfiguration.class
  })
  static class Application {

    @Bean
    WeChatAccounts weChatAccounts() {
      String wechat = "https://api.weixin.qq.com";
      return new WeChatAccounts(
          Map.of(
              "main", new WeChatAccount(APP_ID, "s", TOKEN, "", wechat, Shipping.COMPONENT),
              "safe", new WeChatAccount(APP_ID, "s", TOKEN, KEY, wechat, Shipping.COMPONENT),
              "half", new WeChatAccount(APP_ID, "s", "", "", wechat, Shipping.COMPONENT)));
    }

    @Bean
    Language language() {
      return Language.EN;
    }

    @Bean
    MeterRegistry meterRegistry() {
      return new SimpleMeterRegistry();
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database) {
      return new JdbcTemplate(database);
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
      return JdbcClient.create(database);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
      return new JdbcTransactionManager(database);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
      return new TransactionTemplate(transactions);
    }
  }
}
