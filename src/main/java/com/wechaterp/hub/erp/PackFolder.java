package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.PackReader;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pack in use, read again when one of its files changes.
 *
 * <p>A change that breaks the pack is reported and set aside: the last good version stays in use.
 */
public class PackFolder {

  private static final Logger LOG = LoggerFactory.getLogger(PackFolder.class);
  private static final String STAYS = "The last good version of the pack stays in use.";
  private static final long GONE = -2;
  private static final long LOOK_EVERY_NANOS = 1_000_000_000L;

  private final Path folder;
  private final String name;
  private final UnaryOperator<String> placeholders;
  private @Nullable Pack good;
  private long stamp = -1;
  private long lookedAt;

  public PackFolder(Path home, String pack, UnaryOperator<String> placeholders) {
    this.placeholders = placeholders;
    Path given = Path.of(pack);
    this.name = pack;
    this.folder =
        given.isAbsolute() || pack.contains("/") ? given : home.resolve("config/erp").resolve(pack);
  }

  /** Returns where the pack is. */
  public Path folder() {
    return folder;
  }

  /**
   * Returns the pack.
   *
   * @throws ProblemException if there is no good version of it
   */
  public synchronized Pack pack() {
    Pack last = good;
    if (last != null && System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) {
      return last;
    }
    lookedAt = System.nanoTime();
    if (!Files.isRegularFile(folder.resolve("pack.yaml"))) {
      if (last != null) {
        return gone(last);
      }
      throw missing();
    }
    long now = stamp(last);
    if (last != null && now == stamp) {
      return last;
    }
    stamp = now;
    return load(last);
  }

  private Pack gone(Pack last) {
    if (stamp != GONE) {
      stamp = GONE;
      LOG.error("{} {}", missing().getMessage(), STAYS);
    }
    return last;
  }

  /** A folder that cannot be listed for a moment, as while it is replaced, counts as unchanged. */
  private long stamp(@Nullable Pack last) {
    try {
      return contents();
    } catch (UncheckedIOException e) {
      if (last == null) {
        throw e;
      }
      LOG.warn(
          "The files of the SQL pack {} cannot be listed: {}. {}", name, e.getMessage(), STAYS);
      return stamp;
    }
  }

  private Pack load(@Nullable Pack last) {
    try {
      Pack read = PackReader.read(folder, placeholders);
      if (last != null) {
        LOG.info("The SQL pack {} changed and is in use now.", name);
      }
      good = read;
      return read;
    } catch (RuntimeException e) {
      // Whatever a file in mid-edit makes of the reader: what runs goes on.
      if (last == null) {
        throw e;
      }
      LOG.error("{} {}", e.getMessage(), STAYS);
      return last;
    }
  }

  private ProblemException missing() {
    return new ProblemException(
        Problem.of(
            "erp-pack-missing",
            "pack",
            name,
            "path",
            folder,
            "nearest",
            String.join(", ", Nearest.of(name, siblings()))));
  }

  private List<String> siblings() {
    Path parent = folder.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.map(path -> String.valueOf(path.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long contents() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(PackFolder::content).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's name, time and size: a renamed file is a change too. */
  private static long content(Path file) {
    try {
      return Objects.hash(file, Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
