package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubCommandsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void explainsACodeOfWeChat() {
    int exit = run("explain", "40001", "--lang", "en");

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("40001").contains("token").contains("TOKEN");
  }

  @Test
  void explainsACodeOfTheHubInChinese() {
    assertThat(run("explain", "route-syntax", "--lang", "zh")).isZero();
    assertThat(out.toString()).contains("YAML").contains("请修正");
  }

  @Test
  void answersScriptsInJson() {
    assertThat(run("explain", "40001", "--json")).isZero();
    assertThat(HubTarget.object(out.toString())).containsEntry("code", 40001).containsKey("do");
  }

  @Test
  void saysWhatAnUnknownCodeProbablyMeans() {
    assertThat(run("explain", "route-sintax", "--lang", "en")).isEqualTo(1);
    assertThat(err.toString()).contains("route-syntax");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docter", "sync", "explain", "replay"})
  void refusesWhatItDoesNotUnderstand(String command) {
    assertThat(run(command)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "doctor"})
  void refusesAHomeThatDoesNotExist(String command) {
    assertThat(run(command, "--hub.home=/no/such/home", "--lang", "en")).isEqualTo(1);
    assertThat(out.toString()).contains("/no/such/home, which is not a folder", "--hub.home");
  }

  @Test
  void givesUpOnAHubThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String hub = "http://127.0.0.1:" + silent.getLocalPort();

      assertThat(run("sync", "products", "--yes", "--hub", hub, "--timeout", "1", "--lang", "en"))
          .isEqualTo(1);
    }
    assertThat(err.toString()).contains("no answer within 1 s", "not known");
  }

  @Test
  void saysHowToNameTheHubWhenNoneAnswers() {
    assertThat(run("sync", "products", "--yes", "--hub", "http://127.0.0.1:1", "--lang", "en"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("http://127.0.0.1:1").contains("HUB_URL");
  }

  @Test
  void tellsACommandFromTheSettingsOfAHub() {
    assertThat(HubCommands.isCommand("doctor", "--json")).isTrue();
    assertThat(HubCommands.isCommand("--help")).isTrue();
    assertThat(HubCommands.isCommand("--server.port=9000")).isFalse();
    assertThat(HubCommands.isCommand()).isFalse();
  }

  @Test
  void takesSettingsBeforeACommand() {
    assertThat(HubCommands.isCommand("--hub.home=/srv/shop", "validate")).isTrue();
    assertThat(HubCommands.isCommand("--hub.home=/srv/shop", "--help")).isTrue();
    assertThat(HubCommands.isCommand("--hub.home=/srv/shop", "")).isFalse();

    assertThat(run("--hub.home=/srv/shop", "explain", "40001", "--lang", "en")).isZero();
    assertThat(out.toString()).contains("40001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>welcome</html>", "", "{\"marked\": 1"})
  void saysThatWhatAnswersIsNoHub(String answer) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      assertThat(run("sync", "products", "--yes", "--hub", url, "--lang", "en")).isEqualTo(1);
    } finally {
      server.stop(0);
    }
    assertThat(err.toString()).contains("The answer from " + url, "names the hub itself");
  }

  @Test
  void saysThatTheHubWentAwayInTheMiddleOfItsAnswer() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          // More is announced than comes.
          try (exchange) {
            exchange.sendResponseHeaders(200, 1000);
            exchange
                .getResponseBody()
                .write("{\"progress\": 1}\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
          }
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      assertThat(run("plan", "products", "--hub", url, "--lang", "zh")).isEqualTo(1);
    } finally {
      server.stop(0);
    }
    assertThat(err.toString()).contains(url + " 的应答中断");
  }

  private int run(String... args) {
    return HubCommands.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
