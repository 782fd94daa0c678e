package com.wechaterp.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceFilesTest {

  private static final int MOST_LINES = 300;

  @Test
  void areShortEnoughToBeReadInOneGo() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .filteredOn(file -> lines(file).size() > MOST_LINES)
          .isEmpty();
    }
  }

  /** A default written down twice is changed once. */
  @Test
  void readTheUsualAccountAndTheDryRunInOnePlace() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .filteredOn(
              file ->
                  lines(file).stream()
                      .anyMatch(line -> line.matches(".*\\$\\{hub\\.(account|dry-run)\\b.*")))
          .isEmpty();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
