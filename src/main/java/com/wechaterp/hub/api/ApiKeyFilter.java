package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Lets only holders of an API key into {@code /api}. */
final class ApiKeyFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final List<String> keys;
  private final JsonMapper json;

  ApiKeyFilter(List<String> keys, JsonMapper json) {
    this.keys = List.copyOf(keys);
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isKnown(given(request))) {
      chain.doFilter(request, response);
      return;
    }
    String tag = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "en");
    Problem problem = Problem.of("api-key");
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setContentType("application/json;charset=UTF-8");
    response
        .getOutputStream()
        .write(
            json.writeValueAsBytes(
                Map.of("code", problem.code(), "message", problem.sentence(Language.of(tag)))));
  }

  private static String given(HttpServletRequest request) {
    String key = request.getHeader("X-API-Key");
    if (key != null) {
      return key;
    }
    String authorization = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
    return authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
  }

  /** Compares with every key, so that the time taken tells nothing. */
  private boolean isKnown(String given) {
    byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
    boolean known = false;
    for (String key : keys) {
      boolean same = MessageDigest.isEqual(bytes, key.getBytes(StandardCharsets.UTF_8));
      known |= same && !key.isBlank();
    }
    return known;
  }
}
