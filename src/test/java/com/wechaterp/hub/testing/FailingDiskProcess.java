package com.wechaterp.hub.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Starts a {@link FailingDiskHub} in a process of its own, and breaks its disk. */
public final class FailingDiskProcess {

  private FailingDiskProcess() {}

  /**
   * Starts one in a process of its own.
   *
   * @param folder where its data is, and where the file is made that breaks its disk
   */
  public static HubProcess launch(Path folder, int port, List<String> options) throws IOException {
    // Only these classes: the hub would find the tests' own configurations.
    Path classes = folder.resolve("classes");
    copy(classes, "FailingDisk.class");
    copy(classes, "FailingDisk$Channel.class");
    copy(classes, "FailingDiskHub.class");
    Files.createDirectories(folder.resolve(FailingDiskHub.FOLDER));
    return HubProcess.launch(
        folder,
        port,
        "failing",
        classes + File.pathSeparator + HubProcess.withoutTests(),
        FailingDiskHub.class.getName(),
        options,
        "-D" + FailingDiskHub.FOLDER + "=" + folder.resolve(FailingDiskHub.FOLDER));
  }

  /** Breaks the disk of the one that was launched with the folder. */
  public static void breakDisk(Path folder) throws IOException {
    Files.createFile(folder.resolve(FailingDiskHub.FOLDER).resolve(FailingDiskHub.BREAK));
  }

  private static void copy(Path to, String name) throws IOException {
    Path there = to.resolve("com/wechaterp/hub/testing").resolve(name);
    Files.createDirectories(there.getParent());
    try (var in = FailingDisk.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("There is no class file " + name);
      }
      Files.copy(in, there, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
