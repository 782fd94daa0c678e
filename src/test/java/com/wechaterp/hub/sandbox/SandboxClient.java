package com.wechaterp.hub.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a sandbox bare, so that a test sees every byte that is answered. */
final class SandboxClient {

  private final SandboxServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();
  private @Nullable String token;

  SandboxClient(SandboxServer server) {
    this.server = server;
  }

  /** Returns the token of the account, asked for once. */
  String token() {
    String held = token;
    if (held == null) {
      held =
          send(
                  "POST",
                  "/cgi-bin/stable_token",
                  json.writeValueAsString(
                      Map.of(
                          "grant_type", "client_credential",
                          "appid", SandboxServer.APP_ID,
                          "secret", SandboxServer.SECRET)))
              .path("access_token")
              .asString();
      token = held;
    }
    return held;
  }

  /** Calls an operation with a valid token. */
  JsonNode call(String operation, Map<String, ?> request) {
    return call(operation, json.writeValueAsString(request));
  }

  /** Calls an operation with a valid token and any body. */
  JsonNode call(String operation, String body) {
    return send("POST", "/" + operation + "?access_token=" + token(), body);
  }

  /** Calls an operation that must succeed. */
  JsonNode ok(String operation, Map<String, ?> request) {
    JsonNode answer = call(operation, request);
    assertThat(answer.path("errcode").asInt()).as(operation + ": " + answer).isZero();
    return answer;
  }

  /** Returns the error code of a call. */
  int code(String operation, Map<String, ?> request) {
    return call(operation, request).path("errcode").asInt();
  }

  /** Returns the names of the events pushed, latest first. */
  List<String> events() {
    return look("callbacks").valueStream().map(one -> one.path("event").asString()).toList();
  }

  /** Returns the body of the latest event of a name. */
  JsonNode event(String name) {
    return look("callbacks")
        .valueStream()
        .filter(one -> one.path("event").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " was not pushed, but " + events()))
        .path("body");
  }

  /** Returns a request as JSON text. */
  static String text(Map<String, ?> request) {
    return JsonMapper.shared().writeValueAsString(request);
  }

  /** Returns JSON text as a tree. */
  static JsonNode tree(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /** Pulls a lever, such as {@code jump?seconds=60}. */
  JsonNode pull(String lever) {
    if (lever.startsWith("jump")) {
      token = null;
    }
    return send("POST", "/_control/" + lever, "");
  }

  /** Reads what a lever's page shows, such as {@code products}. */
  JsonNode look(String page) {
    return send("GET", "/_control/" + page, "");
  }

  /** Uploads form fields and a picture; parameters may also stand in the query. */
  JsonNode upload(String query, Map<String, String> form, byte @Nullable [] picture) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    form.forEach(
        (name, value) ->
            body.writeBytes(
                ("--cut\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n")
                    .formatted(name, value)
                    .getBytes(UTF_8)));
    if (picture != null) {
      body.writeBytes(
          ("--cut\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.png\"\r\n"
                  + "Content-Type: application/octet-stream\r\n\r\n")
              .getBytes(UTF_8));
      body.writeBytes(picture);
      body.writeBytes("\r\n".getBytes(UTF_8));
    }
    body.writeBytes("--cut--\r\n".getBytes(UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/shop/img/upload?access_token=" + token() + query))
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    return json.readTree(exchange(request).body());
  }

  /** Sends any request and returns the JSON answered. */
  JsonNode send(String method, String path, String body) {
    HttpResponse<String> answer = exchange(method, path, body);
    return json.readTree(answer.body());
  }

  /** Sends any request and returns the answer as it is. */
  HttpResponse<String> exchange(String method, String path, String body) {
    URI uri = server.uri(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return exchange(request.build());
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(request.uri().getPath() + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
