package com.wechaterp.hub.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a server once, with one limit for all of its answer: the client's own ends at the headers.
 */
final class WholeAnswer {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private WholeAnswer() {}

  /**
   * Returns the answer.
   *
   * @throws HttpTimeoutException if it is not there in time, to its last byte
   */
  static HttpResponse<String> of(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .build()
            .sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole answer within " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }
}
