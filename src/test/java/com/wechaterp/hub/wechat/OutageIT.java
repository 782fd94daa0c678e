package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageIT {

  private final StubWeChat stub = new StubWeChat();
  private final WeChatUnderTest hub = new WeChatUnderTest(stub.baseUrl());

  @AfterEach
  void close() {
    hub.close();
    stub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Please log in</body></html>",
        "",
        "{\"errcode\":0,\"errm",
        "[1,2]",
        "null",
        "42"
      })
  void takesWhatIsNoJsonDocumentForAnOutage(String body) {
    stub.answersNext(answer(200, "text/html", body));

    WeChatException failure = call();

    assertThat(failure.category()).isEqualTo(ErrorCategory.OUTAGE);
    assertThat(failure.outcomeUnknown()).isTrue();
    assertThat(failure.problem().code()).isEqualTo("wechat-not-json");
    assertThat(stub.calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 404, 500, 502, 503, 504})
  void takesAnotherHttpStatusForAnOutage(int status) {
    stub.answersNext(answer(status, "text/html", "<html>Bad Gateway</html>"));

    WeChatException failure = call();

    assertThat(failure.category()).isEqualTo(ErrorCategory.OUTAGE);
    assertThat(failure.outcomeUnknown()).isTrue();
    assertThat(failure).hasMessageContaining("HTTP status " + status);
    assertThat(stub.calls).hasSize(1);
  }

  @Test
  void hidesTheTokenThatAProxyRepeats() {
    stub.answersNext(
        answer(200, "text/html", "<p>http://x/shop/spu/get?access_token=TOKEN-wx1-1</p>"));

    assertThat(call()).hasMessageContaining("access_token=…").hasMessageNotContaining("TOKEN-");
  }

  @Test
  void knowsThatNothingWasSentWhenNobodyListens() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    WeChatException failure = callAt("http://127.0.0.1:" + port);

    assertThat(failure.category()).isEqualTo(ErrorCategory.OUTAGE);
    assertThat(failure.outcomeUnknown()).isFalse();
    assertThat(failure.problem().code()).isEqualTo("wechat-unreachable");
  }

  @Test
  void knowsThatNothingWasSentWhenTheNameDoesNotResolve() {
    WeChatException failure = callAt("http://no-such-host.invalid");

    assertThat(failure.outcomeUnknown()).isFalse();
    assertThat(failure.problem().code()).isEqualTo("wechat-unreachable");
  }

  @Test
  void doesNotKnowTheOutcomeWhenNoAnswerComes() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      WeChatException failure = callAt("http://127.0.0.1:" + silent.getLocalPort());

      assertThat(failure.category()).isEqualTo(ErrorCategory.OUTAGE);
      assertThat(failure.outcomeUnknown()).isTrue();
      assertThat(failure.problem().code()).isEqualTo("wechat-no-answer");
    }
  }

  @Test
  void doesNotKnowTheOutcomeWhenTheConnectionBreaksAfterTheRequest() throws Exception {
    try (ServerSocket breaking = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> readAndClose(breaking));
      server.start();

      WeChatException failure = callAt("http://127.0.0.1:" + breaking.getLocalPort());

      assertThat(failure.outcomeUnknown()).isTrue();
      server.join();
    }
  }

  private static void readAndClose(ServerSocket server) {
    try (Socket socket = server.accept();
        InputStream in = socket.getInputStream()) {
      assertThat(in.read(new byte[4096])).isPositive();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private WeChatException call() {
    return catchThrowableOfType(
        WeChatException.class,
        () -> hub.weChat.call("main", "shop/spu/get", Map.of("out_product_id", "p1")));
  }

  private static WeChatException callAt(String baseUrl) {
    try (WeChatUnderTest other = new WeChatUnderTest(baseUrl)) {
      return catchThrowableOfType(
          WeChatException.class,
          () -> other.weChat.call("main", "shop/spu/get", Map.of("out_product_id", "p1")));
    }
  }

  private static StubWeChat.Answer answer(int status, String type, String body) {
    return new StubWeChat.Answer(status, type, body.getBytes(StandardCharsets.UTF_8));
  }
}
