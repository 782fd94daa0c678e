package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FromHereOnlyTest {

  private static MockHttpServletResponse from(String address) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sandbox/shop/order/pay");
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new FromHereOnly().doFilter(request, response, new MockFilterChain());
    return response;
  }

  @Test
  void letsThisMachinePlayWeChat() throws Exception {
    assertThat(from("127.0.0.1").getStatus()).isEqualTo(200);
    assertThat(from("0:0:0:0:0:0:0:1").getStatus()).isEqualTo(200);
  }

  @Test
  void letsNobodyElsePlayWeChat() throws Exception {
    MockHttpServletResponse refused = from("192.168.1.7");

    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(refused.getContentAsString()).contains("192.168.1.7", "hub.erp.url");
  }

  @Test
  void standsBeforeTheSandboxOnlyInARehearsalOverTheMerchantsOwnErp() {
    assertThat(isEnabled(true, false)).isTrue();
    assertThat(isEnabled(true, true)).isFalse();
    assertThat(isEnabled(false, false)).isFalse();
  }

  private static boolean isEnabled(boolean rehearsal, boolean demoErp) {
    MockEnvironment settings =
        new MockEnvironment()
            .withProperty("hub.rehearsal.active", String.valueOf(rehearsal))
            .withProperty("hub.rehearsal.demo", String.valueOf(demoErp));
    return SandboxConfiguration.fromHereOnly(settings).isEnabled();
  }
}
