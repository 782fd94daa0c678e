package com.wechaterp.hub.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The material that lies beside the project on a developer's machine, and may be missing. */
public final class Shared {

  private Shared() {}

  /** Returns a path below {@code ../shared}, skipping the test where it is missing. */
  public static Path path(String below) {
    Path path = Path.of("..", "shared").resolve(below);
    assumeTrue(
        Files.exists(path),
        () ->
            path + " is not beside the project, so this test against recorded material is skipped");
    return path;
  }
}
