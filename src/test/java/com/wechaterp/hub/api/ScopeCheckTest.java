package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

class ScopeCheckTest {

  private final ScopeCheck check = new ScopeCheck(ApiTexts.load());

  @ParameterizedTest
  @CsvSource({
    "READ, GET, /api/v1/status",
    "ORDERS, POST, /api/v1/orders",
    "WECHAT, POST, /api/v1/wechat/{*operation}",
    "WECHAT, GET, /api/v1/openapi.json",
    "ADMIN, POST, /api/v1/replay/{flow}",
    "ADMIN, GET, /api/v1/something/new"
  })
  void letsAKeyDoWhatItsScopeOpens(Scope scope, String method, String pattern) {
    assertThat(ask(scope, method, pattern)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "READ, POST, /api/v1/orders",
    "READ, GET, /api/v1/orders/{id}",
    "ORDERS, POST, /api/v1/wechat/{*operation}",
    "WECHAT, POST, /api/v1/funds/withdrawals",
    "ORDERS, POST, /api/v1/pay/refunds",
    "READ, GET, /api/v1/something/new"
  })
  void refusesAKeyWhatItsScopeDoesNotOpen(Scope scope, String method, String pattern) {
    assertThatExceptionOfType(ApiRefusal.class)
        .isThrownBy(() -> ask(scope, method, pattern))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.FORBIDDEN));
  }

  @Test
  void letsTheRehearsalInWhichHasNoKeys() {
    assertThat(check.preHandle(request("POST", "/api/v1/orders"), response(), this)).isTrue();
  }

  @Test
  void goesByTheAddressTheRequestWasMatchedTo() throws Exception {
    ApiKeys keys = new ApiKeys();
    keys.put("shop", new ApiKey("one", Set.of(Scope.WECHAT)));
    MockMvc api =
        MockMvcBuilders.standaloneSetup(new Passing())
            .setControllerAdvice(new ApiProblems())
            .addFilters(new ApiKeyFilter(keys, JsonMapper.builder().build()))
            .addInterceptors(check)
            .build();

    api.perform(post("/api/v1/wechat/shop/spu/get").header("X-API-Key", "one"))
        .andExpect(status().isOk());
    api.perform(post("/api/v1/replay/products").header("X-API-Key", "one"))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("api-scope"));
    api.perform(post("/api/v1/replay/products").header("X-API-Key", "two"))
        .andExpect(status().isUnauthorized());
  }

  @RestController
  static class Passing {

    @PostMapping({"/api/v1/wechat/{*operation}", "/api/v1/replay/{flow}"})
    String pass() {
      return "passed";
    }
  }

  private boolean ask(Scope scope, String method, String pattern) {
    MockHttpServletRequest request = request(method, pattern);
    request.setAttribute(ApiKeyFilter.KEY, new ApiKey("key", Set.of(scope)));
    return check.preHandle(request, response(), this);
  }

  private static MockHttpServletRequest request(String method, String pattern) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, pattern);
    request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
    return request;
  }

  private static MockHttpServletResponse response() {
    return new MockHttpServletResponse();
  }
}
