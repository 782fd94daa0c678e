package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTokensIT {

  private static final Map<String, Object> PRODUCT = Map.of("out_product_id", "p1");

  private final StubWeChat stub = new StubWeChat();
  private final WeChatUnderTest hub = new WeChatUnderTest(stub.baseUrl());

  @AfterEach
  void close() {
    hub.close();
    stub.close();
  }

  @Test
  void fetchesOneTokenForFiftyCallersAtOnce() throws Exception {
    callFiftyTimesAtOnce();

    assertThat(stub.tokenCalls).hasSize(1);
    assertThat(stub.tokenCalls.get(0).text())
        .contains("\"grant_type\":\"client_credential\"", "\"force_refresh\":false");
    assertThat(stub.calls)
        .hasSize(50)
        .allSatisfy(call -> assertThat(call.query()).isEqualTo("access_token=TOKEN-wx1-1"));
  }

  @Test
  void renewsOnceWhenFiftyCallersAreRejectedAtOnce() throws Exception {
    call("main");
    stub.rejectedTokens.add("TOKEN-wx1-1");
    stub.renewToken("wx1");

    callFiftyTimesAtOnce();

    assertThat(stub.tokenCalls).hasSize(2);
    assertThat(stub.tokenCalls.get(1).text()).contains("\"force_refresh\":false");
  }

  @Test
  void keepsTheTokensOfTwoAccountsApart() {
    call("main");
    call("second");
    call("main");

    assertThat(stub.calls)
        .extracting(StubWeChat.Received::query)
        .containsExactly(
            "access_token=TOKEN-wx1-1", "access_token=TOKEN-wx2-1", "access_token=TOKEN-wx1-1");
    assertThat(stub.tokenCalls).hasSize(2);
  }

  @Test
  void renewsFiveMinutesBeforeTheTokenExpires() {
    call("main");
    stub.renewToken("wx1");

    hub.clock.forward(Duration.ofSeconds(7200 - 301));
    call("main");
    assertThat(stub.tokenCalls).hasSize(1);

    hub.clock.forward(Duration.ofSeconds(1));
    call("main");
    assertThat(stub.tokenCalls).hasSize(2);
    assertThat(stub.calls.get(2).query()).isEqualTo("access_token=TOKEN-wx1-2");
  }

  @Test
  void forcesAnotherTokenOnlyWhenTheEndpointRepeatsTheRejectedOne() {
    call("main");
    stub.rejectedTokens.add("TOKEN-wx1-1");

    call("main");

    assertThat(stub.tokenCalls).hasSize(3);
    assertThat(stub.tokenCalls.get(1).text()).contains("\"force_refresh\":false");
    assertThat(stub.tokenCalls.get(2).text()).contains("\"force_refresh\":true");
    assertThat(stub.calls).hasSize(3);
    assertThat(stub.calls.get(2).query()).isEqualTo("access_token=TOKEN-wx1-2");
  }

  @Test
  void doesNotForceAgainWithinThirtySeconds() {
    stub.rejectedTokens.addAll(List.of("TOKEN-wx1-1", "TOKEN-wx1-2"));
    assertThat(failure("main").category()).isEqualTo(ErrorCategory.TOKEN);

    hub.clock.forward(Duration.ofSeconds(29));
    failure("main");
    assertThat(forced()).isEqualTo(1);

    hub.clock.forward(Duration.ofSeconds(1));
    call("main");
    assertThat(forced()).isEqualTo(2);
  }

  @Test
  void repeatsACallExactlyOnce() {
    stub.usualAnswer = StubWeChat.Answer.json("{\"errcode\":40001,\"errmsg\":\"invalid\"}");

    WeChatException failure = failure("main");

    assertThat(failure.errcode()).isEqualTo(40001);
    assertThat(stub.calls).hasSize(2);
  }

  @Test
  void callsAWrongSecretWhatItIs() {
    stub.tokenAnswer =
        StubWeChat.Answer.json("{\"errcode\":40001,\"errmsg\":\"invalid credential rid: 6-7-8\"}");

    WeChatException failure = failure("main");

    assertThat(failure.category()).isEqualTo(ErrorCategory.CONFIG);
    assertThat(failure)
        .hasMessageContaining("hub.wechat.accounts.main.app-id and app-secret")
        .hasMessageNotContaining(WeChatUnderTest.SECRET);
    assertThat(stub.calls).isEmpty();
    assertThat(stub.tokenCalls).hasSize(1);
  }

  @Test
  void takesATokenAnswerWithoutTokenForAnOutage() {
    stub.tokenAnswer = StubWeChat.Answer.json("{}");

    assertThat(failure("main").category()).isEqualTo(ErrorCategory.OUTAGE);
  }

  private void callFiftyTimesAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(50);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(
          threads.submit(
              () -> {
                start.await();
                call("main");
                return null;
              }));
    }
    start.countDown();
    for (Future<?> call : calls) {
      call.get();
    }
    threads.shutdown();
  }

  private void call(String account) {
    hub.weChat.call(account, "shop/spu/get", PRODUCT);
  }

  private WeChatException failure(String account) {
    return catchThrowableOfType(WeChatException.class, () -> call(account));
  }

  private long forced() {
    return stub.tokenCalls.stream()
        .filter(call -> call.text().contains("\"force_refresh\":true"))
        .count();
  }
}
