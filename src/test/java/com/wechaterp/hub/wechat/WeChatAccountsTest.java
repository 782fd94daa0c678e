package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WeChatAccountsTest {

  private static WeChatAccount at(String baseUrl) {
    return new WeChatAccount("wx1", "s", "", "", baseUrl, Shipping.COMPONENT);
  }

  @Test
  void arePlayedHereOnlyIfNoneIsAtWeChat() {
    WeChatAccount sandbox = at("http://127.0.0.1:8080/sandbox");
    WeChatAccount real = at("https://api.weixin.qq.com");

    assertThat(new WeChatAccounts(Map.of("one", sandbox)).allPlayedHere()).isTrue();
    assertThat(new WeChatAccounts(Map.of("one", at("http://localhost:9"))).allPlayedHere())
        .isTrue();
    assertThat(new WeChatAccounts(Map.of("one", sandbox, "two", real)).allPlayedHere()).isFalse();
    assertThat(new WeChatAccounts(Map.of("one", at("http://127.evil.example"))).allPlayedHere())
        .isFalse();
    assertThat(new WeChatAccounts(Map.of("one", at("no url"))).allPlayedHere()).isFalse();
  }
}
