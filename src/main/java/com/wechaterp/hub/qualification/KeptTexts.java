package com.wechaterp.hub.qualification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts of files, read again when a file's time or size is another.
 *
 * <p>A file that was written just before it was read is read at each look until it has settled: two
 * versions of the same moment can have the same time.
 */
final class KeptTexts {

  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final Clock clock;
  private final Map<Path, Kept> kept = new HashMap<>();

  private record Kept(FileTime modified, long size, boolean settled, String text) {}

  KeptTexts(Clock clock) {
    this.clock = clock;
  }

  String of(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Kept last = kept.get(file);
    if (last != null
        && last.settled()
        && last.size() == now.size()
        && last.modified().equals(now.lastModifiedTime())) {
      return last.text();
    }
    boolean settled = now.lastModifiedTime().toInstant().plus(SETTLED).isBefore(clock.instant());
    String text = Files.readString(file);
    kept.put(file, new Kept(now.lastModifiedTime(), now.size(), settled, text));
    return text;
  }

  void forgetAllBut(Collection<Path> files) {
    kept.keySet().retainAll(files);
  }
}
