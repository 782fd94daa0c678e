package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wechaterp.hub.work.WorkComponentOf;
import com.wechaterp.hub.work.WorkList;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.Component;
import org.apache.camel.EndpointInject;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.MockEndpoints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The examples of the documentation do what it says of them. */
@CamelSpringBootTest
@SpringBootTest(
    classes = DocumentedRoutesTest.Parts.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.config.name=none",
      "hub.backend-changes.cron=*+*+*+*+*+?",
      "hub.holds-to-chat.cron=*+*+*+*+*+?"
    })
@MockEndpoints("work:.*")
@DirtiesContext
class DocumentedRoutesTest {

  private static final BlockingQueue<String> CHAT = new LinkedBlockingQueue<>();

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private static HttpServer backend;

  @EndpointInject("mock:work:products")
  private MockEndpoint products;

  @Autowired private DataSource erp;

  /** What the examples stand on: an ERP, and a work list that is only looked at. */
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(CamelAutoConfiguration.class)
  static class Parts {

    @Bean
    DataSource erp() {
      DataSource erp = new DriverManagerDataSource("jdbc:h2:mem:documented;DB_CLOSE_DELAY=-1");
      new JdbcTemplate(erp)
          .execute(
              "CREATE TABLE IF NOT EXISTS wechat_queue"
                  + " (id INT AUTO_INCREMENT PRIMARY KEY, product_no VARCHAR(20))");
      return erp;
    }

    @Bean("work-component")
    Component work() {
      return WorkComponentOf.marking(Mockito.mock(WorkList.class));
    }

    @Bean("sql-component")
    SqlComponent sql(DataSource erp) {
      SqlComponent sql = new SqlComponent();
      sql.setDataSource(erp);
      return sql;
    }
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws IOException {
    Path file = Files.writeString(folder.resolve("own.camel.yaml"), DocumentedRoutes.whole());
    settings.add("camel.main.routes-include-pattern", () -> "file:" + file);
    for (String name : new String[] {"shop.backend", "shop.hub", "shop.chat"}) {
      settings.add(name, () -> "127.0.0.1:" + backend.getAddress().getPort());
    }
    settings.add("shop.hub-key", () -> "k1");
  }

  @BeforeAll
  static void answer() throws IOException {
    backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.createContext(
        "/changed-products", exchange -> answer(exchange, "{\"products\": [\"G1\", \"G2\"]}"));
    backend.createContext(
        "/api/v1/holds",
        exchange ->
            answer(
                exchange,
                "Bearer k1".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    ? "[{\"key\": \"G7\"}, {\"key\": \"G8\"}]"
                    : "[]"));
    backend.createContext(
        "/send",
        exchange -> {
          CHAT.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          answer(exchange, "{}");
        });
    backend.start();
  }

  @AfterAll
  static void stop() {
    backend.stop(0);
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void putsTheRowsOfAQueueOnTheWorkListAndEmptiesIt() {
    JdbcTemplate rows = new JdbcTemplate(erp);
    rows.update("INSERT INTO wechat_queue (product_no) VALUES ('Q1'), ('Q2')");

    await().atMost(SOON).untilAsserted(() -> assertThat(bodies()).contains("Q1", "Q2"));

    await()
        .atMost(SOON)
        .until(() -> rows.queryForObject("SELECT COUNT(*) FROM wechat_queue", Integer.class) == 0);
  }

  @Test
  void putsWhatABackendNamesOnTheWorkList() {
    await().atMost(SOON).untilAsserted(() -> assertThat(bodies()).contains("G1", "G2"));
  }

  @Test
  void tellsAChatWhatWaitsForAPerson() throws InterruptedException {
    assertThat(CHAT.poll(SOON.toSeconds(), TimeUnit.SECONDS)).contains("2 wait, the first: G7");
  }

  @Test
  void areTakenByTheHubBesideTheShippedFiles() {
    List<RouteSource> all = new ArrayList<>(RouteFiles.in(Path.of("routes")).sources());
    all.replaceAll(
        each ->
            each.file().equals("products.camel.yaml")
                ? new RouteSource(each.file(), DocumentedRoutes.edited())
                : each);
    all.add(new RouteSource("own.camel.yaml", DocumentedRoutes.whole()));

    try (var hub = HubParts.context(Path.of(""))) {
      assertThat(hub.getBean(RouteCheck.class).check(all)).isEmpty();
    }
  }

  @Test
  void areTheSameInBothLanguages() {
    assertThat(DocumentedRoutes.of("routes.zh-CN.md")).isEqualTo(DocumentedRoutes.of("routes.md"));
  }

  private List<String> bodies() {
    return products.getReceivedExchanges().stream()
        .map(each -> each.getIn().getBody(String.class))
        .toList();
  }
}
