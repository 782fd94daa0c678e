package com.wechaterp.hub.testing;

import com.wechaterp.hub.HubApplication;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;

/**
 * A hub whose disk breaks for good as soon as there is a file {@link #BREAK} in the folder of the
 * system property {@link #FOLDER}.
 */
public final class FailingDiskHub {

  static final String FOLDER = "failing.disk";
  static final String BREAK = "break";

  private FailingDiskHub() {}

  /** Starts the hub; the arguments are its own. */
  public static void main(String... arguments) throws IOException {
    FailingDisk.plugIn();
    WatchService watch = FileSystems.getDefault().newWatchService();
    Path folder = Path.of(System.getProperty(FOLDER));
    folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    Thread breaking = new Thread(() -> breakOnce(watch), "failing-disk");
    breaking.setDaemon(true);
    breaking.start();
    HubApplication.main(arguments);
  }

  private static void breakOnce(WatchService watch) {
    try {
      watch.take();
      FailingDisk.fail("Input/output error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
