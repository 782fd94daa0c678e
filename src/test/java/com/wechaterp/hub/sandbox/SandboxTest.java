package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Asks a sandbox for what none of its families plays, and for what a gate does not let pass. */
class SandboxTest {

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

  private SandboxError ask(List<OperationFamily> families, List<Gate> gates) {
    Sandbox sandbox =
        new Sandbox(
            properties,
            WeChatContract.load(),
            new SandboxStore(null),
            clock,
            tokens,
            families,
            gates);
    String token = String.valueOf(tokens.stable("wx1", false).get("access_token"));
    return catchThrowableOfType(
        SandboxError.class, () -> sandbox.answer("shop/coupon/get_list", "POST", token, Map.of()));
  }
}
