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
import java.util.function.Supplier;

/** Fetches the bytes of a picture and refuses what WeChat would refuse. */
final class PictureFetch {

  private static final int LIMIT = 2 * 1024 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static final String TAG = "etag:";
  private static final String MODIFIED = "modified:";
  private static final int LONGEST_STAMP = 500;

  private final Supplier<List<Path>> roots;
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
    this.roots = roots;
  }

  /**
   * What an address holds.
   *
   * @param bytes the picture
   * @param stamp tells whether it changes; empty if the server says nothing of the kind
   */
  record Fetched(byte[] bytes, String stamp) {}

  /** Returns the picture. */
  byte[] bytes(String source) {
    return newer(source, "").map(Fetched::bytes).orElseThrow(() -> new ImageException("HTTP 304"));
  }

  /** Returns the picture, empty if it is still what the given stamp was given for. */
  Optional<Fetched> newer(String source, String stamp) {
    Optional<Fetched> fetched;
    try {
      URI address = URI.create(source);
      fetched = "file".equals(address.getScheme()) ? file(address, stamp) : remote(address, stamp);
    } catch (IllegalArgumentException e) {
      throw new ImageException("not an address");
    } catch (IOException e) {
      throw new ImageException("cannot be fetched (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageException("interrupted");
    }
    fetched.ifPresent(picture -> check(picture.bytes));
    return fetched;
  }

  private static void check(byte[] bytes) {
    if (bytes.length > LIMIT) {
      throw new ImageException("larger than 2 MB");
    }
    if (!jpg(bytes) && !png(bytes)) {
      throw new ImageException("neither jpg nor png");
    }
  }

  private Optional<Fetched> remote(URI address, String stamp)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
    if (stamp.startsWith(TAG)) {
      request.header("If-None-Match", stamp.substring(TAG.length()));
    } else if (stamp.startsWith(MODIFIED)) {
      request.header("If-Modified-Since", stamp.substring(MODIFIED.length()));
    }
    HttpResponse<InputStream> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      if (answer.statusCode() == 304 && !stamp.isEmpty()) {
        return Optional.empty();
      }
      if (answer.statusCode() != 200) {
        throw new ImageException("HTTP " + answer.statusCode());
      }
      return Optional.of(new Fetched(in.readNBytes(LIMIT + 1), stamp(answer)));
    }
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

  private Optional<Fetched> file(URI address, String stamp) throws IOException {
    Path path = path(address);
    String now = "file:" + Files.size(path) + ":" + Files.getLastModifiedTime(path).toMillis();
    if (now.equals(stamp)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Optional.of(new Fetched(in.readNBytes(LIMIT + 1), now));
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
      throw new ImageException("outside the pack");
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
