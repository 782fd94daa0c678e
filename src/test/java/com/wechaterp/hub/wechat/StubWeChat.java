package com.wechaterp.hub.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A local HTTP server that issues tokens as the stable endpoint does, and answers as told. */
final class StubWeChat implements AutoCloseable {

  /** One request as it arrived. */
  record Received(String path, @Nullable String query, String contentType, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** One answer to give. */
  record Answer(int status, String contentType, byte[] body) {

    static Answer json(String json) {
      return new Answer(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final List<Received> tokenCalls = new CopyOnWriteArrayList<>();
  final List<Received> calls = new CopyOnWriteArrayList<>();
  final Set<String> rejectedTokens = ConcurrentHashMap.newKeySet();
  volatile @Nullable Answer tokenAnswer;
  volatile Answer usualAnswer = Answer.json("{\"errcode\":0,\"errmsg\":\"ok\"}");
  volatile int expiresIn = 7200;

  private final Queue<Answer> nextAnswers = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> generations = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  StubWeChat() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  StubWeChat answersNext(Answer answer) {
    nextAnswers.add(answer);
    return this;
  }

  StubWeChat answersNext(String json) {
    return answersNext(Answer.json(json));
  }

  /** Lets the stable endpoint issue another token from now on. */
  void renewToken(String appId) {
    generations.merge(appId, 2, (now, two) -> now + 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Received received =
        new Received(
            exchange.getRequestURI().getPath(),
            exchange.getRequestURI().getRawQuery(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
            exchange.getRequestBody().readAllBytes());
    Answer answer =
        received.path().equals("/cgi-bin/stable_token") ? token(received) : answer(received);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  private Answer token(Received received) {
    tokenCalls.add(received);
    Answer told = tokenAnswer;
    if (told != null) {
      return told;
    }
    Map<?, ?> body = JSON.readValue(received.body(), Map.class);
    String appId = String.valueOf(body.get("appid"));
    if (Boolean.TRUE.equals(body.get("force_refresh"))) {
      renewToken(appId);
    }
    String token = tokenOf(appId);
    return Answer.json("{\"access_token\":\"" + token + "\",\"expires_in\":" + expiresIn + "}");
  }

  /** Returns the token the stable endpoint answers now. */
  String tokenOf(String appId) {
    return "TOKEN-" + appId + "-" + generations.getOrDefault(appId, 1);
  }

  private Answer answer(Received received) {
    calls.add(received);
    String query = String.valueOf(received.query());
    if (rejectedTokens.stream().anyMatch(query::endsWith)) {
      return Answer.json("{\"errcode\":42001,\"errmsg\":\"access_token expired rid: 1-2-3\"}");
    }
    Answer next = nextAnswers.poll();
    return next == null ? usualAnswer : next;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
