package com.wechaterp.hub.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.callback.MessageCipher;
import com.wechaterp.hub.callback.MessageSignature;
import com.wechaterp.hub.testing.FailingDisk;
import com.wechaterp.hub.testing.RunningHub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub with little room: few threads of the server, few connections, and a disk that fills up. */
class HubHealthIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final int THREADS = 12;
  private static final int CONNECTIONS = 4;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final MessageCipher CIPHER =
      new MessageCipher("sandboxsandboxsandboxsandboxsandboxsandbox0", "wxsandbox0000000001");

  @TempDir private static Path data;
  private static RunningHub hub;

  @BeforeAll
  static void start() throws Exception {
    FailingDisk.plugIn();
    hub =
        RunningHub.start(
            data,
            "spring.datasource.url=jdbc:h2:failing:"
                + data.resolve("hub")
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
            "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
            "server.tomcat.threads.max=" + THREADS);
  }

  @AfterEach
  void mend() {
    FailingDisk.mend();
    await().atMost(SOON).until(() -> status("/readyz") == 200);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(hub.address(path)))
        .timeout(Duration.ofSeconds(60))
        .build();
  }

  private static int status(String path) throws Exception {
    return HTTP.send(request(path), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static String body(String path) throws Exception {
    return HTTP.send(request(path), HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Pushes an event as WeChat does, and returns the status it is answered with. */
  private static int push(String event) throws Exception {
    String encrypted =
        CIPHER.encrypt(
            "<xml><ToUserName>gh_1</ToUserName><FromUserName>o_1</FromUserName><CreateTime>"
                + Instant.now().getEpochSecond()
                + "</CreateTime><MsgType>event</MsgType><Event>"
                + event
                + "</Event></xml>");
    String time = String.valueOf(Instant.now().getEpochSecond());
    String query =
        "?timestamp="
            + time
            + "&nonce=n&msg_signature="
            + MessageSignature.of("sandboxtoken", time, "n", encrypted);
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(hub.address("/callbacks/sandbox" + query)))
            .timeout(Duration.ofSeconds(60))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "<xml><ToUserName>gh_1</ToUserName><Encrypt>" + encrypted + "</Encrypt></xml>"))
            .build();
    return HTTP.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void isReadyAndAliveWhileEverythingRuns() throws Exception {
    assertThat(body("/readyz")).contains("hubDatabase", "hubFlows", "hubWorkers", "\"UP\"");
    assertThat(status("/livez")).isEqualTo(200);
    assertThat(status("/actuator/health")).isEqualTo(200);
  }

  @Test
  void answersProbesWithinASecondWhileEveryConnectionAndEveryThreadIsTaken() throws Exception {
    List<Connection> taken = new ArrayList<>();
    List<CompletableFuture<HttpResponse<Void>>> waiting = new ArrayList<>();
    try {
      for (int each = 0; each < CONNECTIONS; each++) {
        taken.add(hub.part(DataSource.class).getConnection());
      }
      for (int each = 0; each < 3 * THREADS; each++) {
        waiting.add(
            HTTP.sendAsync(request("/api/v1/status"), HttpResponse.BodyHandlers.discarding()));
      }
      // More than the server takes are refused at once.
      await().atMost(SOON).until(() -> waiting.stream().anyMatch(CompletableFuture::isDone));

      for (String probe : List.of("/livez", "/readyz", "/actuator/health/readiness")) {
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(
                () -> {
                  long begun = System.nanoTime();
                  assertThat(status(probe)).isEqualTo(200);
                  assertThat(Duration.ofNanos(System.nanoTime() - begun))
                      .isLessThan(Duration.ofSeconds(1));
                });
      }
      assertThat(waiting).anyMatch(request -> !request.isDone());
    } finally {
      for (Connection each : taken) {
        each.close();
      }
    }
    assertThat(waiting)
        .allSatisfy(request -> assertThat(request.join().statusCode()).isIn(200, 503));
  }

  @Test
  void refusesCallbacksWhileTheDiskIsFullAndGoesOnWithoutARestart() throws Exception {
    assertThat(push("before_the_outage")).isEqualTo(200);

    FailingDisk.fill();
    assertThat(push("during_the_outage")).isEqualTo(503);
    await().atMost(SOON).until(() -> status("/readyz") == 503);

    assertThat(body("/readyz")).contains("hub-database-full", "No space left on device");
    assertThat(status("/livez")).isEqualTo(200);
    assertThat(push("during_the_outage")).isEqualTo(503);
    RunningHub.Answer answer = hub.get("/api/v1/status");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().get("message").toString())
        .contains("disk of the hub's database is full");

    FailingDisk.mend();
    await().atMost(SOON).until(() -> status("/readyz") == 200);
    assertThat(push("during_the_outage")).isEqualTo(200);
    assertThat(hub.get("/api/v1/status").status()).isEqualTo(200);
    assertThat(body("/api/v1/events")).contains("before_the_outage", "during_the_outage");
  }
}
