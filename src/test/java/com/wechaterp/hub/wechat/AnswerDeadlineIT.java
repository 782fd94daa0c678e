package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.testing.FaultyProxy;
import com.wechaterp.hub.testing.FaultyProxy.Direction;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerDeadlineIT {

  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofMillis(1500);

  private final StubWeChat stub = new StubWeChat();
  private FaultyProxy line;
  private WeChatUnderTest hub;

  @BeforeEach
  void connect() throws IOException {
    line = FaultyProxy.to(URI.create(stub.baseUrl()).getPort());
    hub = new WeChatUnderTest("http://127.0.0.1:" + line.port(), SILENCE, WHOLE);
  }

  @AfterEach
  void close() throws IOException {
    hub.close();
    line.close();
    stub.close();
  }

  @Test
  void breaksOffAnAnswerThatTrickles() {
    call();
    line.trickle(Direction.TO_CLIENT, Duration.ofMillis(400));

    WeChatException failure = failure();

    assertThat(failure.problem().code()).isEqualTo("wechat-answer-late");
    assertThat(failure.category()).isEqualTo(ErrorCategory.OUTAGE);
    assertThat(failure.outcomeUnknown()).isTrue();
  }

  @Test
  void breaksOffARequestThatTheOtherSideDoesNotRead() {
    call();
    line.freeze(Direction.TO_SERVER);

    byte[] large = new byte[1024 * 1024];
    WeChatException failure =
        catchThrowableOfType(
            WeChatException.class,
            () ->
                hub.weChat.call(
                    "main",
                    "shop/img/upload",
                    Map.of("resp_type", 1L, "upload_type", 0L, "media", large)));

    assertThat(failure.problem().code()).isEqualTo("wechat-answer-late");
  }

  @Test
  void letsAllWhoWaitForATricklingTokenGoAtOnce() throws Exception {
    line.trickle(Direction.TO_CLIENT, Duration.ofMillis(400));
    ExecutorService threads = Executors.newFixedThreadPool(10);
    long begun = System.nanoTime();
    List<Future<WeChatException>> waiting = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      waiting.add(threads.submit(this::failure));
    }

    for (Future<WeChatException> each : waiting) {
      assertThat(each.get().problem().code()).isEqualTo("wechat-answer-late");
    }

    // One after the other they would have taken ten deadlines.
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WHOLE.multipliedBy(6));
    threads.shutdown();
  }

  @Test
  void goesOnWhenTheLineIsMended() {
    line.trickle(Direction.TO_CLIENT, Duration.ofMillis(400));
    failure();

    line.pass();

    call();
    assertThat(stub.calls).isNotEmpty();
  }

  private void call() {
    hub.weChat.call("main", "shop/spu/get", Map.of("out_product_id", "p1"));
  }

  private WeChatException failure() {
    return catchThrowableOfType(WeChatException.class, this::call);
  }
}
