package com.wechaterp.hub.erp;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of a pack's folder: whether they are there, and whether they changed. */
final class PackFiles {

  private final Path folder;
  private final String name;

  PackFiles(Path home, String pack) {
    Path given = Path.of(pack);
    this.name = pack;
    this.folder =
        given.isAbsolute() || pack.contains("/") ? given : home.resolve("config/erp").resolve(pack);
  }

  Path folder() {
    return folder;
  }

  String name() {
    return name;
  }

  boolean there() {
    return Files.isRegularFile(folder.resolve("pack.yaml"));
  }

  /** Returns that there is no pack, and which are near. */
  Problem missing() {
    return Problem.of(
        "erp-pack-missing",
        "pack",
        name,
        "path",
        folder,
        "nearest",
        String.join(", ", Nearest.of(name, siblings())));
  }

  private List<String> siblings() {
    Path parent = folder.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(path -> Files.isRegularFile(path.resolve("pack.yaml")))
          .map(path -> String.valueOf(path.getFileName()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a number that differs when a file changes.
   *
   * @throws UncheckedIOException if the folder cannot be listed, as while it is replaced
   */
  long stamp() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(PackFiles::counts).mapToLong(PackFiles::stamp).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an editor keeps beside the files is none of them, such as a link that leads nowhere. */
  private static boolean counts(Path file) {
    return !String.valueOf(file.getFileName()).startsWith(".") && Files.exists(file);
  }

  /** A file's name, time and size: a renamed file is a change too. */
  private static long stamp(Path file) {
    try {
      return Objects.hash(file, Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
