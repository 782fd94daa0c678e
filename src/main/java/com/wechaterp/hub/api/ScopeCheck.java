package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a key only do what its scopes open. */
final class ScopeCheck implements HandlerInterceptor {

  private final ApiTexts texts;

  ScopeCheck(ApiTexts texts) {
    this.texts = texts;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // Only the rehearsal, which is open, comes here without a key.
    if (request.getAttribute(ApiKeyFilter.KEY) instanceof ApiKey key) {
      Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      ApiText text = texts.of(request.getMethod(), String.valueOf(pattern));
      if (!key.opens(text.scopes())) {
        throw new ApiRefusal(HttpStatus.FORBIDDEN, problem(text));
      }
    }
    return true;
  }

  private static Problem problem(ApiText text) {
    String needed =
        text.scopes().stream()
            .map(scope -> scope.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", "));
    return Problem.of("api-scope", "scopes", needed);
  }
}
