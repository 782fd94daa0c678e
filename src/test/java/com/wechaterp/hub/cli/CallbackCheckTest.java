package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChatAccount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackCheckTest {

  private static final WeChatAccount ACCOUNT =
      new WeChatAccount("wx1", "secret", "thetoken", "", "http://127.0.0.1:1", Shipping.COMPONENT);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    ended.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private Finding finding(Duration limit) {
    return new CallbackCheck("http://127.0.0.1:" + server.getAddress().getPort(), limit)
        .finding("main", ACCOUNT);
  }

  @Test
  void takesTheWordThatWasAskedFor() {
    server.createContext("/", exchange -> answer(exchange, word(exchange)));

    assertThat(finding(Duration.ofMinutes(1)).good()).isTrue();
  }

  @Test
  void givesUpAnAnswerThatBeginsAndDoesNotEnd() {
    server.createContext("/", this::beginAndStall);

    Finding finding =
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> finding(Duration.ofSeconds(1)));

    assertThat(finding.code()).isEqualTo("cli-callback-away");
    assertThat(finding.line(Language.EN)).contains("no whole answer within 1 s");
  }

  private static String word(HttpExchange exchange) {
    return exchange.getRequestURI().getQuery().replaceFirst(".*echostr=", "");
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void beginAndStall(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 32);
    exchange.getResponseBody().write('x');
    exchange.getResponseBody().flush();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
