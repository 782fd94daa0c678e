package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Lets only holders of an API key into {@code /api}. */
final class ApiKeyFilter extends OncePerRequestFilter {

  /** The request attribute in which the key stands that was given. */
  static final String KEY = "hub.api.key";

  private final ApiKeys keys;
  private final JsonMapper json;

  ApiKeyFilter(ApiKeys keys, JsonMapper json) {
    this.keys = keys;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Map.Entry<String, ApiKey>> key = keys.find(Caller.key(request));
    if (key.isEmpty()) {
      refuse(request, response);
      return;
    }
    request.setAttribute(KEY, key.get().getValue());
    if (ApiKeys.isName(key.get().getKey())) {
      request.setAttribute(Caller.NAME, key.get().getKey());
    }
    chain.doFilter(request, response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String tag = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "en");
    Problem problem = Problem.of("api-key");
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setContentType("application/json;charset=UTF-8");
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(ApiProblems.body(problem, Language.of(tag))));
  }
}
