package com.wechaterp.hub.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.Shared;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every event WeChat was seen to push ends as a row with a flow and a key. */
class EventSamplesTest {

  private static final HikariDataSource DATABASE = HubDatabase.h2();
  private static CallbackServer server;

  @BeforeAll
  static void start() {
    server = CallbackServer.start(DATABASE);
  }

  @AfterAll
  static void stop() {
    server.close();
    DATABASE.close();
  }

  private static Map<String, Object> stored(String message) {
    assertThat(server.push("safe", message).statusCode()).isEqualTo(200);
    return new JdbcTemplate(DATABASE)
        .queryForMap("SELECT event, flow, work_key FROM inbox_event ORDER BY id DESC LIMIT 1");
  }

  @Test
  void giveEveryRecordedEventAFlowAndAKey() throws IOException {
    List<Path> samples;
    try (Stream<Path> files = Files.list(Shared.path("wechat/samples/events"))) {
      samples = files.filter(file -> !file.toString().contains(".reply.")).sorted().toList();
    }
    assertThat(samples).hasSizeGreaterThan(25);

    for (Path sample : samples) {
      Map<String, Object> row = stored(Files.readString(sample));

      assertThat(sample.getFileName().toString()).isEqualTo(row.get("event") + ".xml");
      assertThat(row.get("flow")).as("%s", sample).isNotNull();
      assertThat((String) row.get("work_key")).as("%s", sample).isNotBlank();
    }
  }

  @Test
  void takeTheOlderShapeOfAProductTakenOffSale() {
    String message =
        "<xml><ToUserName>gh_a</ToUserName><FromUserName>oABCD</FromUserName>"
            + "<CreateTime>12344555555</CreateTime><MsgType>event</MsgType>"
            + "<Event>open_product_spu_status_update</Event><%1$s>"
            + "<out_product_id>spu_123</out_product_id><product_id>38249023</product_id>"
            + "<status>13</status><reject_reason>xxx</reject_reason></%1$s></xml>";

    assertThat(stored(message.formatted("OpenProductSpuAudit")))
        .containsEntry("work_key", "spu_123");
    assertThat(stored(message.formatted("OpenProductSpuStatusUpdate")))
        .containsEntry("work_key", "spu_123");
  }

  @Test
  void takeWhatACustomerWritesAsNoEventAndDoNothing() {
    String message =
        "<xml><ToUserName>gh_a</ToUserName><FromUserName>oBuyer</FromUserName>"
            + "<CreateTime>1482048670</CreateTime><MsgType>text</MsgType>"
            + "<Content>this is a test</Content><MsgId>1234567890123456</MsgId></xml>";

    assertThat(stored(message)).containsEntry("event", "message/text").containsEntry("flow", null);
    assertThat(
            new JdbcTemplate(DATABASE)
                .queryForObject(
                    "SELECT marked FROM inbox_event WHERE event = 'message/text'", Boolean.class))
        .isTrue();
  }
}
