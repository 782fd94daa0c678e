package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the check of the credentials says of two accounts, and what it keeps to itself. */
class CredentialCheckIT {

  private static final String NO_TOKEN = "wechat-credentials";

  private final StubWeChat stub = new StubWeChat();
  private final WeChatUnderTest hub = new WeChatUnderTest(stub.baseUrl());

  @AfterEach
  void close() {
    hub.close();
    stub.close();
  }

  @Test
  void asksForEachAccountAndChangesNothing() {
    assertThat(check(hub.accounts)).isEmpty();

    assertThat(stub.calls)
        .extracting(StubWeChat.Received::path)
        .containsExactly("/shop/register/check", "/shop/register/check");
  }

  @Test
  void takesAnAccountThatHasNotJoinedYetForGood() {
    stub.answersNext("{\"errcode\":1040003,\"errmsg\":\"not joined\"}");

    assertThat(check(hub.accounts)).isEmpty();
  }

  @Test
  void saysOfAWrongSecretWhichSettingsToCompare() {
    stub.tokenAnswer =
        StubWeChat.Answer.json("{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");

    List<Problem> problems = check(hub.accounts);

    assertThat(problems).extracting(Problem::code).containsExactly(NO_TOKEN, NO_TOKEN);
    assertThat(problems.get(0).sentence(Language.EN))
        .contains("'main'", "40001", "hub.wechat.accounts.main.app-id and app-secret", "whitelist")
        .doesNotContain(WeChatUnderTest.SECRET);
    assertThat(problems.get(1).sentence(Language.ZH))
        .contains("“second”", "40001", "hub.wechat.accounts.second.app-id", "白名单")
        .doesNotContain(WeChatUnderTest.SECRET);
  }

  @Test
  void saysThatThePermissionIsMissing() {
    stub.answersNext("{\"errcode\":48001,\"errmsg\":\"api unauthorized\"}");

    assertThat(check(hub.accounts))
        .singleElement()
        .extracting(problem -> problem.sentence(Language.ZH))
        .asString()
        .contains("shop/register/check", "48001", "main");
  }

  @Test
  void looksAtTheOtherAccountsWhenOneIsNotSetUp() {
    WeChatAccounts half =
        new WeChatAccounts(
            Map.of(
                "main",
                new WeChatAccount("wx1", "", "", "short", "ftp://x", Shipping.COMPONENT),
                "second",
                hub.accounts.require("second")));

    assertThat(check(half))
        .extracting(Problem::code)
        .containsExactly("wechat-setting-missing", "wechat-aes-key-length", "wechat-base-url");
    assertThat(stub.calls).hasSize(1);
  }

  @Test
  void saysThatWeChatCannotBeReached() {
    stub.close();

    assertThat(check(hub.accounts))
        .hasSize(2)
        .allSatisfy(
            problem -> assertThat(problem.sentence(Language.ZH)).contains("无法连接微信", "base-url"));
  }

  private List<Problem> check(WeChatAccounts accounts) {
    return new CredentialCheck(hub.weChat, accounts).problems();
  }
}
