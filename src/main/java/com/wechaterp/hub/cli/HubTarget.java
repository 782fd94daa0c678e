package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;

/** The running hub a command acts on. */
final class HubTarget {

  @Option(
      names = "--hub",
      paramLabel = "URL",
      defaultValue = "${env:HUB_URL:-http://localhost:8080}",
      description = "The running hub; default HUB_URL or http://localhost:8080. 运行中的中台。")
  private String url = "";

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      defaultValue = "${env:HUB_API_KEY:-}",
      description = "Its API key; default HUB_API_KEY. API 密钥。")
  private String apiKey = "";

  /** Asks and returns the lines of the answer as they come. */
  Stream<String> ask(String method, String path, Language language) {
    HttpResponse<Stream<String>> response = send(request(method, path, language));
    if (response.statusCode() / 100 == 2) {
      return response.body();
    }
    String body = response.body().collect(Collectors.joining());
    throw new ProblemException(
        Problem.of(
            "cli-hub-refused",
            "url",
            url,
            "status",
            response.statusCode(),
            "message",
            message(body)));
  }

  /** Asks and returns the whole answer. */
  Map<String, Object> askOnce(String method, String path, Language language) {
    return object(ask(method, path, language).collect(Collectors.joining()));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String json) {
    return Output.JSON.readValue(json, Map.class);
  }

  private HttpRequest request(String method, String path, Language language) {
    try {
      return HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + path))
          .header("X-API-Key", apiKey)
          .header("Accept-Language", language.key())
          .method(method, BodyPublishers.noBody())
          .build();
    } catch (IllegalArgumentException e) {
      throw unreachable(e);
    }
  }

  private HttpResponse<Stream<String>> send(HttpRequest request) {
    try {
      return HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .build()
          .send(request, BodyHandlers.ofLines());
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private ProblemException unreachable(Exception cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new ProblemException(
        Problem.of("cli-hub-unreachable", "url", url, "reason", reason), cause);
  }

  private static String message(String body) {
    try {
      return String.valueOf(object(body).getOrDefault("message", body));
    } catch (JacksonException e) {
      return body.substring(0, Math.min(200, body.length()));
    }
  }
}
