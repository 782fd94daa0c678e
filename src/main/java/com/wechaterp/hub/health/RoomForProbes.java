package com.wechaterp.hub.health;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves a few of the server's threads to whoever asks how the hub is: when all others wait for
 * something, one more request is answered 503 at once instead of taking the last thread.
 */
final class RoomForProbes extends OncePerRequestFilter {

  private static final int PROBES = 8;

  private final Semaphore room;

  /**
   * Creates it.
   *
   * @param threads how many requests the server works on at the same time
   */
  RoomForProbes(int threads) {
    this.room = new Semaphore(Math.max(1, threads - Math.min(PROBES, threads / 2)));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/livez") || path.equals("/readyz") || path.startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!room.tryAcquire()) {
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      room.release();
    }
  }
}
