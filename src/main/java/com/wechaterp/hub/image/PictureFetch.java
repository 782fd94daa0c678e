package com.wechaterp.hub.image;

import com.wechaterp.hub.image.PictureServers.Answer;
import com.wechaterp.hub.image.PictureServers.InnerServerException;
import com.wechaterp.hub.image.PictureServers.TooSlowException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ClientProtocolException;

/** Fetches the bytes of a picture and refuses what WeChat would refuse. */
final class PictureFetch {

  private static final int LIMIT = 2 * 1024 * 1024;
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private static final Set<String> WEB = Set.of("http", "https");

  /** Request timeout, too early, too many requests. */
  private static final Set<Integer> BUSY = Set.of(408, 425, 429);

  private static final String TAG = "etag:";
  private static final String MODIFIED = "modified:";
  private static final int LONGEST_STAMP = 500;

  private final Supplier<List<Path>> roots;
  private final Duration deadline;
  private final PictureServers servers;

  /**
   * Files are only read below the given folders, so that no ERP row can read the hub's own files.
   *
   * @param roots the folders; a relative file is looked for in the first
   * @param inner tells which servers may be asked
   */
  PictureFetch(Supplier<List<Path>> roots, InnerServers inner) {
    this(roots, inner, DEADLINE);
  }

  /** Gives up a fetch that is not over by the deadline. */
  PictureFetch(Supplier<List<Path>> roots, InnerServers inner, Duration deadline) {
    this.roots = roots;
    this.deadline = deadline;
    this.servers = new PictureServers(inner, deadline);
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
    if (!WEB.contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
      throw refused("not an address", "不是网址");
    }
    Map<String, String> headers =
        stamp.startsWith(TAG)
            ? Map.of("If-None-Match", stamp.substring(TAG.length()))
            : stamp.startsWith(MODIFIED)
                ? Map.of("If-Modified-Since", stamp.substring(MODIFIED.length()))
                : Map.of();
    Answer answer = answer(address, headers);
    if (answer.status() == NOT_MODIFIED && !stamp.isEmpty()) {
      return Optional.empty();
    }
    if (answer.status() != OK) {
      String why = "HTTP " + answer.status();
      throw new ImageException(why, why, answer.status() >= 500 || BUSY.contains(answer.status()));
    }
    return Optional.of(new Fetched(answer.body(), stamp(answer)));
  }

  private Answer answer(URI address, Map<String, String> headers) {
    try {
      return servers.get(address, headers, LIMIT + 1);
    } catch (InnerServerException e) {
      throw refused(
          "on a server of the own network that hub.image.inner-servers does not name",
          "位于内网服务器，而 hub.image.inner-servers 未列出该服务器");
    } catch (TooSlowException e) {
      String seconds = String.valueOf(deadline.toMillis() / 1000.0).replace(".0", "");
      throw away(
          "its server did not send it within " + seconds + " seconds",
          "图片服务器未在 " + seconds + " 秒内传完");
    } catch (ClientProtocolException e) {
      throw refused(
          "on a server that does not follow HTTP, or sends in a circle", "所在服务器不遵守 HTTP，或循环跳转");
    } catch (IOException e) {
      String kind = kind(e);
      throw away(
          "its server cannot be reached or broke off (" + kind + ")",
          "图片服务器无法连接或中途断开（" + kind + "）");
    }
  }

  /** Returns the name of the failure that an admin can look up: Java's, not the library's. */
  private static String kind(IOException failure) {
    Class<?> kind = failure.getClass();
    while (!kind.getName().startsWith("java")) {
      kind = kind.getSuperclass();
    }
    return kind.getSimpleName();
  }

  private static ImageException away(String en, String zh) {
    return new ImageException(en, zh, true);
  }

  private static String stamp(Answer answer) {
    return answer
        .etag()
        .map(TAG::concat)
        .or(() -> answer.modified().map(MODIFIED::concat))
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
