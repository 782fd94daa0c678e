package com.wechaterp.hub.rehearsal.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Pulls the sandbox's levers over HTTP, as anybody outside the hub would. */
class SandboxLever {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Built at the first use: a client's TLS is not worth a quarter of a second of each start. */
  private static final class Lazy {
    static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  private final String address;

  SandboxLever(String address) {
    this.address = address;
  }

  /**
   * Pulls a lever, such as {@code orders/SO1/pay}.
   *
   * @throws IllegalStateException with the sandbox's answer if it does not do so
   */
  void pull(String lever) {
    send(lever, request(lever).POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  /**
   * Reads a page of the sandbox, such as {@code orders}.
   *
   * @throws IllegalStateException with the sandbox's answer if it does not do so
   */
  Map<?, ?> read(String page) {
    return JsonMapper.shared().readValue(send(page, request(page).GET().build()), Map.class);
  }

  private HttpRequest.Builder request(String page) {
    return HttpRequest.newBuilder(URI.create(address + "/" + page)).timeout(PATIENCE);
  }

  private static String send(String lever, HttpRequest request) {
    try {
      HttpResponse<String> answer = Lazy.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(lever + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(lever + ": the sandbox cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(lever + ": the hub is about to stop", e);
    }
  }
}
