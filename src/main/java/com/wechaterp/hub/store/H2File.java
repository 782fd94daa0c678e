package com.wechaterp.hub.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of an H2 database, and what it looks like from outside. */
record H2File(Path path) {

  private static final Pattern URL =
      Pattern.compile("jdbc:h2:(?!mem:|tcp:|ssl:)(?:[a-zA-Z]{2,}:)*([^;]+).*");
  private static final int SEEN = 16;

  /** How files begin that somebody may have put in its place. */
  private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

  static {
    BEGINNINGS.put("H:2", "H2 database");
    BEGINNINGS.put("PK", "ZIP");
    BEGINNINGS.put("\u001f\u008b", "GZIP");
    BEGINNINGS.put("SQLite format 3", "SQLite");
    BEGINNINGS.put("H2encrypt", "H2 database, encrypted");
    BEGINNINGS.put("-- ", "SQL");
  }

  /** Returns the file of a JDBC URL, empty if that is none of H2's files. */
  static Optional<H2File> of(String url) {
    Matcher found = URL.matcher(url);
    return found.matches()
        ? Optional.of(new H2File(Path.of(found.group(1) + ".mv.db").toAbsolutePath().normalize()))
        : Optional.empty();
  }

  /** Returns whether it begins as H2's files do. */
  boolean isH2() {
    return begins().startsWith("H:2");
  }

  /** Returns in a word or two what the file is, by its beginning. */
  String kind() {
    String begins = begins();
    if (begins.chars().allMatch(each -> each == 0)) {
      return begins.isEmpty() ? "empty" : "zeros";
    }
    return BEGINNINGS.entrySet().stream()
        .filter(each -> begins.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("unknown");
  }

  private String begins() {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(SEEN), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
