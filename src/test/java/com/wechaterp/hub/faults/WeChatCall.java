package com.wechaterp.hub.faults;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One call of the hub on its way to the sandbox. */
final class WeChatCall {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpExchange exchange;
  private final String sandbox;
  private final Effects effects;
  private final String path;
  private final byte[] body;

  WeChatCall(HttpExchange exchange, String sandbox, Effects effects) throws IOException {
    this.exchange = exchange;
    this.sandbox = sandbox;
    this.effects = effects;
    this.path = exchange.getRequestURI().getPath().replaceFirst("^/sandbox/", "");
    this.body = exchange.getRequestBody().readAllBytes();
  }

  /** Returns the operation, or {@code cgi-bin/stable_token}. */
  String path() {
    return path;
  }

  boolean asksForToken() {
    return path.startsWith("cgi-bin/");
  }

  /** Lets WeChat do it and returns what WeChat answers, which the hub has not heard yet. */
  HttpResponse<byte[]> act() throws IOException, InterruptedException {
    String query = exchange.getRequestURI().getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(sandbox + "/" + path + (query == null ? "" : "?" + query)))
            .timeout(PATIENCE)
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    HttpResponse<byte[]> answer =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    effects.answered(path, body, answer.body());
    return answer;
  }

  /** Lets WeChat do it and the hub hear of it. */
  void pass() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = act();
    answer
        .headers()
        .firstValue("Date")
        .ifPresent(date -> exchange.getResponseHeaders().set("Date", date));
    answer(
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse("application/json"),
        answer.body());
  }

  void answer(int status, String type, byte[] text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(text);
    }
  }

  /** Says one byte after the other, with a pause after each, as long as the hub listens. */
  void trickle(byte[] text, Duration pause) throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, text.length);
    try (OutputStream out = exchange.getResponseBody()) {
      for (byte each : text) {
        out.write(each);
        out.flush();
        Thread.sleep(pause.toMillis());
      }
    }
  }

  /** Breaks the connection without a word. */
  void drop() {
    exchange.close();
  }
}
