package com.wechaterp.hub.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The routes and the configuration the hub ships with, where a test may edit them. */
public final class HubHome {

  private HubHome() {}

  /** Copies them to a folder, which becomes {@code hub.home}; returns the folder. */
  public static Path copyTo(Path home) throws IOException {
    for (String folder : List.of("routes", "config")) {
      FileSystemUtils.copyRecursively(Path.of(folder), home.resolve(folder));
    }
    return home;
  }
}
