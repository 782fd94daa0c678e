package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class ApiKeyFilterTest {

  private final MockHttpServletRequest request =
      new MockHttpServletRequest("GET", "/api/v1/status");

  @Test
  void letsAKnownKeyIn() throws Exception {
    request.addHeader("X-API-Key", "right");

    assertThat(answer(ApiKeys.of("other", "right")).getStatus()).isEqualTo(200);
  }

  @Test
  void takesAKeyAsBearer() throws Exception {
    request.addHeader("Authorization", "Bearer right");

    assertThat(answer(ApiKeys.of("right")).getStatus()).isEqualTo(200);
  }

  @Test
  void refusesEverybodyWhenNoKeyIsSet() throws Exception {
    assertThat(answer(ApiKeys.of()).getStatus()).isEqualTo(401);
  }

  @Test
  void refusesAnEmptyKeyEvenIfOneIsSet() throws Exception {
    assertThat(answer(ApiKeys.of("")).getStatus()).isEqualTo(401);
  }

  @Test
  void saysInTheAskedLanguageWhatToDo() throws Exception {
    request.addHeader("Accept-Language", "zh-CN");
    request.addHeader("X-API-Key", "wrong");

    assertThat(answer(ApiKeys.of("right")).getContentAsString()).contains("api-key", "密钥");
  }

  @Test
  void takesAKeyForTheSameCallerWhicheverHeaderItComesIn() throws Exception {
    request.addHeader("X-API-Key", "right");
    MockHttpServletRequest bearer = new MockHttpServletRequest();
    bearer.addHeader("Authorization", "Bearer right");

    assertThat(Caller.of(request)).isEqualTo(Caller.of(bearer));
  }

  @Test
  void namesTheCallerByTheNameOfItsKey() throws Exception {
    request.addHeader("X-API-Key", "right");
    ApiKeys keys = ApiKeys.of("other");
    keys.put("mini-program", new ApiKey("right", Set.of(Scope.ORDERS)));

    answer(keys);

    assertThat(Caller.of(request)).isEqualTo("mini-program");
  }

  @Test
  void namesTheCallerOfAKeyWithoutANameByADigest() throws Exception {
    request.addHeader("X-API-Key", "right");

    answer(ApiKeys.of("right"));

    assertThat(Caller.of(request)).startsWith("key-").doesNotContain("right");
  }

  private MockHttpServletResponse answer(ApiKeys keys) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ApiKeyFilter(keys, JsonMapper.builder().build())
        .doFilter(request, response, new MockFilterChain());
    return response;
  }
}
