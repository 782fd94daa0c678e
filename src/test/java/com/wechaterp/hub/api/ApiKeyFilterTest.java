package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    assertThat(answer(List.of("other", "right")).getStatus()).isEqualTo(200);
  }

  @Test
  void takesAKeyAsBearer() throws Exception {
    request.addHeader("Authorization", "Bearer right");

    assertThat(answer(List.of("right")).getStatus()).isEqualTo(200);
  }

  @Test
  void refusesEverybodyWhenNoKeyIsSet() throws Exception {
    assertThat(answer(List.of()).getStatus()).isEqualTo(401);
  }

  @Test
  void refusesAnEmptyKeyEvenIfOneIsSet() throws Exception {
    assertThat(answer(List.of("")).getStatus()).isEqualTo(401);
  }

  @Test
  void saysInTheAskedLanguageWhatToDo() throws Exception {
    request.addHeader("Accept-Language", "zh-CN");
    request.addHeader("X-API-Key", "wrong");

    assertThat(answer(List.of("right")).getContentAsString()).contains("api-key", "密钥");
  }

  private MockHttpServletResponse answer(List<String> keys) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ApiKeyFilter(keys, JsonMapper.builder().build())
        .doFilter(request, response, new MockFilterChain());
    return response;
  }
}
