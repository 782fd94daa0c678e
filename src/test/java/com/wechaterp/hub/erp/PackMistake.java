package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * One mistake of an admin in the demo pack.
 *
 * @param name what was done
 * @param file the file it is made in
 * @param text what the file holds then, null if it is gone
 * @param at the file and line that must be named, or the file alone
 * @param says what the sentence must hold
 * @param live whether it is made on a hub that runs too
 */
record PackMistake(
    String name, String file, byte @Nullable [] text, String at, String says, boolean live) {

  static final Path SHIPPED = Path.of("config/erp/demo");

  /** Returns all mistakes, as the table tells them. */
  static Stream<PackMistake> all() throws IOException {
    try (InputStream table = PackMistake.class.getResourceAsStream("/mistakes/packs.yaml")) {
      List<Map<String, Object>> rows = new Yaml().load(table);
      return rows.stream().map(PackMistake::of);
    }
  }

  /** Returns those that are made on a hub that runs. */
  static Stream<PackMistake> onAHubThatRuns() throws IOException {
    return all().filter(PackMistake::live);
  }

  private static PackMistake of(Map<String, Object> row) {
    String file = row.containsKey("file") ? text(row, "file") : "pack.yaml";
    try {
      String before = Files.readString(SHIPPED.resolve(file));
      String after = edited(before, row);
      byte[] text =
          row.containsKey("latin")
              ? "SELECT 'é'".getBytes(StandardCharsets.ISO_8859_1)
              : after.getBytes(StandardCharsets.UTF_8);
      return new PackMistake(
          text(row, "mistake"),
          file,
          row.containsKey("gone") ? null : text,
          place(before, row),
          text(row, "says"),
          row.containsKey("live"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String edited(String before, Map<String, Object> row) {
    if (row.containsKey("text")) {
      return text(row, "text");
    }
    if (row.containsKey("append")) {
      return before + text(row, "append");
    }
    if (row.containsKey("replace")) {
      String part = text(row, "replace");
      assertThat(before).contains(part);
      int at = before.indexOf(part);
      return before.substring(0, at) + text(row, "with") + before.substring(at + part.length());
    }
    return before;
  }

  private static String place(String before, Map<String, Object> row) {
    String[] parts = text(row, "at").split(":~");
    if (parts.length == 1) {
      return parts[0];
    }
    String part =
        row.containsKey("replace")
            ? before.substring(0, before.indexOf(text(row, "replace")))
            : before;
    return parts[0] + ":" + (part.lines().count() + line(part) + Integer.parseInt(parts[1]));
  }

  /** What ends with a line's end is followed by the next line. */
  private static int line(String part) {
    return part.isEmpty() || part.endsWith("\n") ? 1 : 0;
  }

  private static String text(Map<String, Object> row, String key) {
    return String.valueOf(row.get(key));
  }

  /** Makes the mistake in a copy of the pack. */
  void make(Path pack) throws IOException {
    if (text == null) {
      Files.delete(pack.resolve(file));
    } else {
      Files.write(pack.resolve(file), text);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
