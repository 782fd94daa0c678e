package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApiConfigurationTest {

  private static final String SANDBOX = "http://127.0.0.1:8080/sandbox";

  private static boolean asksForKeys(boolean rehearsal, boolean demoErp, String wechat) {
    WeChatAccount account = new WeChatAccount("wx1", "s", "", "", wechat, Shipping.COMPONENT);
    return new ApiConfiguration()
        .apiKeyFilter(
            new HubProperties(".", "./data", "en", "main", false, ApiKeys.of()),
            JsonMapper.builder().build(),
            new WeChatAccounts(Map.of("main", account)),
            rehearsal,
            demoErp)
        .isEnabled();
  }

  @Test
  void leavesTheApiOpenOnlyWhereAccountAndErpAreBothPlayed() {
    assertThat(asksForKeys(true, true, SANDBOX)).isFalse();
  }

  @Test
  void asksForKeysWhenItRehearsesOverTheMerchantsOwnErp() {
    assertThat(asksForKeys(true, false, SANDBOX)).isTrue();
  }

  @Test
  void asksForKeysWhenAnAccountIsAtWeChat() {
    assertThat(asksForKeys(true, true, "https://api.weixin.qq.com")).isTrue();
  }

  @Test
  void asksForKeysWhenItDoesNotRehearse() {
    assertThat(asksForKeys(false, true, SANDBOX)).isTrue();
  }
}
