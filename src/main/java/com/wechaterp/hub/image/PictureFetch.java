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
import java.util.stream.Stream;

/** Fetches the bytes of a picture and refuses what WeChat would refuse. */
final class PictureFetch {

  private static final int LIMIT = 2 * 1024 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final List<Path> roots;
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
  PictureFetch(Path... roots) {
    this.roots = Stream.of(roots).map(root -> root.toAbsolutePath().normalize()).toList();
  }

  byte[] bytes(String source) {
    byte[] bytes;
    try {
      URI address = URI.create(source);
      bytes = "file".equals(address.getScheme()) ? file(address) : remote(address);
    } catch (IllegalArgumentException e) {
      throw new ImageException("not an address");
    } catch (IOException e) {
      throw new ImageException("cannot be fetched (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageException("interrupted");
    }
    if (bytes.length > LIMIT) {
      throw new ImageException("larger than 2 MB");
    }
    if (!jpg(bytes) && !png(bytes)) {
      throw new ImageException("neither jpg nor png");
    }
    return bytes;
  }

  private byte[] remote(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
    HttpResponse<InputStream> answer =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new ImageException("HTTP " + answer.statusCode());
      }
      return in.readNBytes(LIMIT + 1);
    }
  }

  private byte[] file(URI address) throws IOException {
    String below = address.getSchemeSpecificPart().replaceFirst("^/+", "");
    Path asked = Path.of("/" + below).normalize();
    Path first = roots.get(0);
    Path path =
        roots.stream().anyMatch(asked::startsWith) ? asked : first.resolve(below).normalize();
    if (roots.stream().noneMatch(path::startsWith)) {
      throw new ImageException("outside the pack");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(LIMIT + 1);
    }
  }

  private static boolean jpg(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8;
  }

  private static boolean png(byte[] bytes) {
    return bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N';
  }
}
