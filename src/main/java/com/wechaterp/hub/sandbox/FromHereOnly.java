package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only this machine play WeChat: everybody knows the sandbox's secret, and what it says is
 * written to the merchant's own ERP.
 */
final class FromHereOnly extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String from = request.getRemoteAddr();
    // The server gives an address and never a name, so that nothing is looked up.
    if (InetAddress.getByName(from).isLoopbackAddress()) {
      chain.doFilter(request, response);
      return;
    }
    String tag = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "en");
    String sentence = Problem.of("sandbox-from-here", "from", from).sentence(Language.of(tag));
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
  }
}
