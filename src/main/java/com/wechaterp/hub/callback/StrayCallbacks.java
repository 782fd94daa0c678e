package com.wechaterp.hub.callback;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the admin of messages that WeChat sends to an address nobody has, as a mistyped address in
 * the admin console makes them: their sender sees no more than that there is nothing.
 */
final class StrayCallbacks extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(StrayCallbacks.class);
  private static final Set<Integer> NOBODY = Set.of(404, 405);

  private final CallbackCounts counts;
  private final Language language;

  StrayCallbacks(CallbackCounts counts, Language language) {
    this.counts = counts;
    this.language = language;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (NOBODY.contains(response.getStatus()) && isCallback(request)) {
      String path = CallbackCounts.shown(request.getRequestURI());
      Problem stray = CallbackCounts.problem(Refusal.STRAY, path, request.getRemoteAddr());
      if (counts.refused(Refusal.STRAY, path, request.getRemoteAddr())) {
        LOG.warn(stray.sentence(language));
      }
    }
  }

  /** What reached a callback address is told there. */
  private static boolean isCallback(HttpServletRequest request) {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    return query.contains("signature=")
        && query.contains("timestamp=")
        && query.contains("nonce=")
        && !request.getRequestURI().matches(CallbackController.ADDRESS);
  }
}
