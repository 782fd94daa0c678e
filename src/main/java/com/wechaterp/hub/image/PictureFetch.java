package com.wechaterp.hub.image;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Fetches the bytes of a picture and refuses what WeChat would refuse. */
final class PictureFetch {

  private static final int LIMIT = 2 * 1024 * 1024;
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /** Request timeout, too early, too many requests. */
  private static final Set<Integer> BUSY = Set.of(408, 425, 429);

  private static final String TAG = "etag:";
  private static final String MODIFIED = "modified:";
  private static final int LONGEST_STAMP = 500;

  private final Supplier<List<Path>> roots;
  private final Duration deadline;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * Files are only read below the given folders, so that no ERP row can read the hub's own files.
   *
   * @param roots the folders; a relative file is looked for in the first
   */
  PictureFetch(Supplier<List<Path>> roots) {
    this(roots, DEADLINE);
  }

  /** Gives up a fetch that is not over by the deadline. */
  PictureFetch(Supplier<List<Path>> roots, Duration deadline) {
    this.roots = roots;
    this.deadline = deadline;
  }

  /**
   * What an address holds.
   *
   * @param bytes the picture
   * @param stamp tells whether it changes; empty if the server says nothing of the kind
   */
  record Fetched(byte[] bytes, String stamp) {}

  /** Returns the picture, empty if it is still what the given stamp was given for. */
  Optional<Fetched> newer(String source, String stamp) {
    Optional<Fetched> fetched;
    try {
      URI address = URI.create(source);
      fetched = "file".equals(address.getScheme()) ? file(address, stamp) : remote(address, stamp);
    } catch (IllegalArgumentException e) {
      throw refused("not an address", "不是网址");
    }
    fetched.ifPresent(picture -> check(picture.bytes));
    return fetched;
  }

  private static void check(byte[] bytes) {
    if (bytes.length > LIMIT) {
      throw refused("larger than 2 MB", "超过 2 MB");
    }
    if (!jpg(bytes) && !png(bytes)) {
      throw refused("neither jpg nor png", "不是 jpg 或 png 图片");
    }
  }

  private static ImageException refused(String en, String zh) {
    return new ImageException(en, zh, false);
  }

  private Optional<Fetched> remote(URI address, String stamp) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (stamp.startsWith(TAG)) {
      request.header("If-None-Match", stamp.substring(TAG.length()));
    } else if (stamp.startsWith(MODIFIED)) {
      request.header("If-Modified-Since", stamp.substring(MODIFIED.length()));
    }
    HttpResponse<byte[]> answer = answer(request.build());
    int status = answer.statusCode();
    if (status == NOT_MODIFIED && !stamp.isEmpty()) {
      return Optional.empty();
    }
    if (status != OK) {
      String why = "HTTP " + status;
      throw new ImageException(why, why, status >= 500 || BUSY.contains(status));
    }
    return Optional.of(new Fetched(answer.body(), stamp(answer)));
  }

  /** The deadline is one for all of it: a server can stall in the midst of a body, too. */
  private HttpResponse<byte[]> answer(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, head -> new LimitedBody(needed(head.statusCode())));
    try {
      return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String seconds = String.valueOf(deadline.toMillis() / 1000.0).replace(".0", "");
      throw away(
          "its server did not send it within " + seconds + " seconds",
          "图片服务器未在 " + seconds + " 秒内传完");
    } catch (ExecutionException e) {
      String kind = (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
      throw away(
          "its server cannot be reached or broke off (" + kind + ")",
          "图片服务器无法连接或中途断开（" + kind + "）");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("the hub is about to stop", "中台正在停止");
    } finally {
      answer.cancel(true);
    }
  }

  private static int needed(int status) {
    return status == OK || status == NOT_MODIFIED ? LIMIT + 1 : 0;
  }

  private static ImageException away(String en, String zh) {
    return new ImageException(en, zh, true);
  }

  private static String stamp(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("ETag")
        .map(TAG::concat)
        .or(() -> answer.headers().firstValue("Last-Modified").map(MODIFIED::concat))
        .filter(stamp -> stamp.length() <= LONGEST_STAMP)
        .orElse("");
  }

  private Optional<Fetched> file(URI address, String stamp) {
    Path path = path(address);
    try {
      String now = "file:" + Files.size(path) + ":" + Files.getLastModifiedTime(path).toMillis();
      return now.equals(stamp) ? Optional.empty() : Optional.of(new Fetched(content(path), now));
    } catch (IOException e) {
      String kind = e.getClass().getSimpleName();
      throw refused("cannot be read (" + kind + ")", "无法读取（" + kind + "）");
    }
  }

  private static byte[] content(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(LIMIT + 1);
    }
  }

  /** A relative file is looked for in the first root; any file must lie below one of them. */
  private Path path(URI address) {
    List<Path> below = roots.get().stream().map(r -> r.toAbsolutePath().normalize()).toList();
    String name = address.getSchemeSpecificPart().replaceFirst("^/+", "");
    Path asked = Path.of("/" + name).normalize();
    Path path =
        below.stream().anyMatch(asked::startsWith) ? asked : below.get(0).resolve(name).normalize();
    if (below.stream().noneMatch(path::startsWith)) {
      throw refused("outside the pack", "不在 SQL 包目录内");
    }
    return path;
  }

  private static boolean jpg(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8;
  }

  private static boolean png(byte[] bytes) {
    return bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N';
  }
}
