package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Asks a sandbox for what none of its families plays, and for what a gate does not let pass. */
class SandboxTest {

  private static final String ACCEPT = "shop/ecaftersale/acceptrefund";
  private static final String FLAG = "ec_after_sale_success";

  private final SandboxProperties properties =
      new Binder(new MapConfigurationPropertySource(Map.of("hub.sandbox.accounts.wx1.secret", "s")))
          .bind("hub.sandbox", SandboxProperties.class)
          .get();

  private final SandboxClock clock = new SandboxClock();
  private final Tokens tokens = new Tokens(clock);

  @Test
  void namesAnOperationItDoesNotPlay() {
    SandboxError answer = ask(List.of(), List.of());

    assertThat(answer.errcode()).isEqualTo(48001);
    assertThat(answer).hasMessageContaining("shop/coupon/get_list");
  }

  @Test
  void asksEveryGateBeforeItLooksAtTheRequest() {
    Gate closed =
        (shop, operation) -> {
          throw new SandboxError(1040003, operation);
        };

    SandboxError answer = ask(List.of(new CouponOperations()), List.of(closed));

    assertThat(answer.errcode()).isEqualTo(1040003);
    assertThat(answer).hasMessage("shop/coupon/get_list");
  }

  @Test
  void provesATaskOnlyByACallThatSucceeds() {
    Sandbox refusing = sandbox(accepting(2747008), List.of());
    catchThrowableOfType(SandboxError.class, () -> accept(refusing));
    assertThat(AccessTasks.flags(refusing.shop("wx1"))).containsEntry(FLAG, 0L);

    Sandbox taking = sandbox(accepting(0), List.of());
    accept(taking);
    assertThat(AccessTasks.flags(taking.shop("wx1"))).containsEntry(FLAG, 1L);
  }

  @Test
  void letsOneWritingCallAboutAnOrdersAfterSalesInAtATime() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    SandboxOperation slow =
        (shop, request) -> {
          begun.countDown();
          await(goOn);
          return Map.of();
        };
    Sandbox sandbox = sandbox(List.of(() -> Map.of(ACCEPT, slow)), List.of());
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> accept(sandbox));
    await(begun);

    SandboxError second = catchThrowableOfType(SandboxError.class, () -> accept(sandbox));
    goOn.countDown();
    first.get(1, TimeUnit.MINUTES);

    assertThat(second.errcode()).isEqualTo(2747026);
    assertThatCode(() -> accept(sandbox)).doesNotThrowAnyException();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<OperationFamily> accepting(int errcode) {
    SandboxOperation played =
        (shop, request) -> {
          if (errcode != 0) {
            throw new SandboxError(errcode, "on purpose");
          }
          return Map.of();
        };
    return List.of(() -> Map.of(ACCEPT, played));
  }

  private void accept(Sandbox sandbox) {
    sandbox.answer(ACCEPT, "POST", token(), Map.of("out_aftersale_id", "A1"));
  }

  private SandboxError ask(List<OperationFamily> families, List<Gate> gates) {
    Sandbox sandbox = sandbox(families, gates);
    return catchThrowableOfType(
        SandboxError.class,
        () -> sandbox.answer("shop/coupon/get_list", "POST", token(), Map.of()));
  }

  private Sandbox sandbox(List<OperationFamily> families, List<Gate> gates) {
    return new Sandbox(
        properties,
        WeChatContract.load(),
        new SandboxStore(null),
        clock,
        tokens,
        new AfterSaleTurns(),
        families,
        gates);
  }

  private String token() {
    return String.valueOf(tokens.stable("wx1", false).get("access_token"));
  }
}
