package com.wechaterp.hub.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the callback address must make of messages, over every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CallbackContract {

  private HikariDataSource database;
  private CallbackServer server;
  private JdbcTemplate hub;

  abstract HikariDataSource database();

  @BeforeAll
  void start() {
    database = database();
    hub = new JdbcTemplate(database);
    server = CallbackServer.start(database);
    hub.update("INSERT INTO work_flow (flow, done) VALUES ('product-audits', 0)");
  }

  @AfterAll
  void stop() {
    server.close();
    database.close();
  }

  @BeforeEach
  void empty() {
    List.of("inbox_event", "work", "scheduled_tasks").forEach(t -> hub.update("DELETE FROM " + t));
  }

  static String audit(String id) {
    return "<xml><ToUserName>gh_1</ToUserName><FromUserName>oTeam</FromUserName>"
        + "<CreateTime>1667805847</CreateTime><MsgType>event</MsgType>"
        + "<Event>open_product_spu_audit</Event><OpenProductSpuAudit><out_product_id>"
        + id
        + "</out_product_id><status>4</status></OpenProductSpuAudit></xml>";
  }

  private long count(String table) {
    Long rows = hub.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
    return rows == null ? -1 : rows;
  }

  private List<Map<String, Object>> events() {
    return hub.queryForList(
        "SELECT account, event, flow, work_key, marked FROM inbox_event ORDER BY id");
  }

  @Test
  void storesAnEventAndMarksItsKeyBeforeItAnswersSuccess() {
    HttpResponse<String> answer = server.push("safe", audit("p1"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("success");
    assertThat(events())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("work_key", "p1"));
    assertThat(hub.queryForObject("SELECT work_key FROM work", String.class)).isEqualTo("p1");
    assertThat(hub.queryForObject("SELECT task_instance FROM scheduled_tasks", String.class))
        .isEqualTo("safe/p1");
  }

  @Test
  void storesEachOfManyEventsOnceHoweverOftenTheyComeTogether() {
    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, 300)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> server.push("main", audit("p" + i % 60))))
            .toList();

    assertThat(sent.stream().map(CompletableFuture::join))
        .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("success"));
    assertThat(count("inbox_event")).isEqualTo(60);
    assertThat(count("work")).isEqualTo(60);
  }

  @Test
  void takesPlainAndSafeXmlAndJson() {
    String json =
        "{\"ToUserName\":\"gh_1\",\"FromUserName\":\"oTeam\",\"CreateTime\":1667805847,"
            + "\"MsgType\":\"event\",\"Event\":\"aftersale_new_order\","
            + "\"aftersale_info\":{\"aftersale_id\":4000000005145200123}}";

    assertThat(server.push("main", json).body()).isEqualTo("success");
    assertThat(server.push("safe", json).body()).isEqualTo("success");
    assertThat(server.push("main", audit("p1")).body()).isEqualTo("success");

    assertThat(events()).extracting("account").containsExactly("main", "safe", "main");
    assertThat(events())
        .extracting("work_key")
        .containsExactly("4000000005145200123", "4000000005145200123", "p1");
  }

  @Test
  void answersInTimeWhileSomebodyHoldsTheKeyAndMarksItSoonAfter() throws Exception {
    server.push("main", audit("held"));
    try (Connection busy = database.getConnection();
        Statement statement = busy.createStatement()) {
      busy.setAutoCommit(false);
      statement.executeUpdate("UPDATE work SET why = 'busy' WHERE work_key = 'held'");
      long start = System.nanoTime();

      HttpResponse<String> answer =
          server.push("main", audit("held").replace("<status>4", "<status>3"));

      assertThat(answer.body()).isEqualTo("success");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      assertThat(events()).extracting("marked").containsExactly(true, false);
      busy.rollback();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(events()).extracting("marked").containsOnly(true));
  }
}
