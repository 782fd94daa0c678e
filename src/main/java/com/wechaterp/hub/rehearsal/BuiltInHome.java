package com.wechaterp.hub.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.UriUtils;

/** The routes and the demo pack inside the jar, for a hub started in an empty folder. */
final class BuiltInHome {

  private static final String INSIDE = "/builtin/";

  private BuiltInHome() {}

  /**
   * Copies what is missing to {@code <data-dir>/home} if the hub's home has no {@code routes/};
   * files that are there already may have been edited and stay.
   *
   * @return the folder, or empty if the home has routes of its own
   */
  static Optional<String> unpack(Environment settings) {
    Path home = Path.of(settings.getProperty("hub.home", "."));
    if (Files.isDirectory(home.resolve("routes"))) {
      return Optional.empty();
    }
    Path unpacked = Path.of(settings.getProperty("hub.data-dir", "./data")).resolve("home");
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:builtin/**/*.*")) {
        copy(file, unpacked);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The built-in routes cannot be written to " + unpacked, e);
    }
    return Optional.of(unpacked.toString());
  }

  private static void copy(Resource file, Path unpacked) throws IOException {
    String address = UriUtils.decode(file.getURL().toString(), StandardCharsets.UTF_8);
    String name = address.substring(address.lastIndexOf(INSIDE) + INSIDE.length());
    Path target = unpacked.resolve(name);
    if (!file.isReadable() || Files.exists(target)) {
      return;
    }
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (InputStream in = file.getInputStream()) {
      Files.copy(in, target);
    }
  }
}
