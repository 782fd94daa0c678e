package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing a person may see holds a token or a secret, whatever goes wrong. */
class SecrecyIT {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("com.wechaterp");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Level rootBefore = root.getLevel();
  private final StubWeChat stub = new StubWeChat();
  private final WeChatUnderTest hub = new WeChatUnderTest(stub.baseUrl());

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    root.setLevel(Level.INFO);
    ours.setLevel(Level.TRACE);
  }

  @AfterEach
  void close() {
    root.detachAppender(log);
    root.setLevel(rootBefore);
    ours.setLevel(null);
    hub.close();
    stub.close();
  }

  @Test
  void neverShowsATokenOrASecret() {
    List<Throwable> failures = new ArrayList<>();
    call("shop/spu/get", Map.of("out_product_id", "p1"), failures);
    stub.answersNext("{\"errcode\":40097,\"errmsg\":\"bad access_token=TOKEN-wx1-1 rid: 1-2-3\"}");
    call("shop/spu/get", Map.of("out_product_id", "p1"), failures);
    stub.answersNext(html(200));
    call("shop/spu/get", Map.of("out_product_id", "p1"), failures);
    stub.answersNext(html(502));
    call("shop/spu/get", Map.of("out_product_id", "p1"), failures);
    call("cgi-bin/stable_token", Map.of("secrt", WeChatUnderTest.SECRET), failures);
    call("cgi-bin/stable_token", Map.of("secret", List.of(WeChatUnderTest.SECRET)), failures);
    stub.rejectedTokens.addAll(List.of("TOKEN-wx1-1", "TOKEN-wx1-2"));
    call("shop/spu/get", Map.of("out_product_id", "p1"), failures);
    stub.close();
    call("shop/spu/get", Map.of("out_product_id", "p1"), failures);

    assertThat(failures).hasSize(7);
    assertThat(failures)
        .extracting(SecrecyIT::stackTrace)
        .allSatisfy(SecrecyIT::assertSecret)
        .allSatisfy(text -> assertThat(text).contains("WeChatException"));
    assertThat(log.list)
        .extracting(event -> event.getLoggerName() + " " + event.getFormattedMessage())
        .allSatisfy(SecrecyIT::assertSecret);
    assertSecret(hub.accounts.require("main").toString());
  }

  private void call(String operation, Map<String, ?> body, List<Throwable> failures) {
    Throwable failure = catchThrowable(() -> hub.weChat.call("main", operation, body));
    if (failure != null) {
      failures.add(failure);
    }
  }

  private static StubWeChat.Answer html(int status) {
    return new StubWeChat.Answer(
        status,
        "text/html",
        "<a href='/shop/spu/get?access_token=TOKEN-wx1-1'>".getBytes(StandardCharsets.UTF_8));
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void assertSecret(String text) {
    assertThat(text).doesNotContain("TOKEN-wx", WeChatUnderTest.SECRET);
  }
}
