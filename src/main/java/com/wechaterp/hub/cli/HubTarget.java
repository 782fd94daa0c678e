package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
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

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long to wait until the hub begins to answer; default 300. 等待应答开始的秒数。")
  private long timeout = 300;

  /** Asks and hands on each line of the answer as it comes. */
  void ask(String method, String path, Language language, Consumer<Map<String, Object>> onLine) {
    read(
        method,
        path,
        language,
        lines -> {
          lines.filter(line -> !line.isBlank()).map(HubTarget::object).forEach(onLine);
          return true;
        });
  }

  /** Asks and returns the whole answer. */
  Map<String, Object> askOnce(String method, String path, Language language) {
    return read(method, path, language, lines -> object(lines.collect(Collectors.joining())));
  }

  private <T> T read(
      String method, String path, Language language, Function<Stream<String>, T> reader) {
    HttpResponse<Stream<String>> response = send(request(method, path, language));
    try (Stream<String> lines = response.body()) {
      if (response.statusCode() / 100 != 2) {
        throw refused(response.statusCode(), lines.collect(Collectors.joining()));
      }
      return reader.apply(lines);
    } catch (UncheckedIOException e) {
      throw broken(String.valueOf(e.getCause()), e);
    } catch (JacksonException e) {
      throw broken(e.getOriginalMessage(), e);
    }
  }

  private ProblemException refused(int status, String body) {
    return new ProblemException(
        Problem.of("cli-hub-refused", "url", url, "status", status, "message", message(body)));
  }

  private ProblemException broken(String reason, Exception cause) {
    return new ProblemException(Problem.of("cli-hub-broken", "url", url, "reason", reason), cause);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String json) {
    return Output.mapper().readValue(json, Map.class);
  }

  private HttpRequest request(String method, String path, Language language) {
    try {
      return HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + path))
          .header("X-API-Key", apiKey)
          .header("Accept-Language", language.key())
          // Until the answer begins; lines that then come take as long as they need.
          .timeout(Duration.ofSeconds(timeout))
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
    } catch (HttpConnectTimeoutException e) {
      throw unreachable(e);
    } catch (HttpTimeoutException e) {
      throw broken("no answer within " + timeout + " s (--timeout)", e);
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
