package com.wechaterp.hub.faults;

import com.wechaterp.hub.testing.HubProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node of the hub under a supervisor that starts it again when it ends by itself. */
final class HubNode implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(500);

  private final Path folder;
  private final String name;
  private final int port = HubProcess.freePort();
  private final List<String> options;
  private final List<String> machine =
      new ArrayList<>(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
  private final @Nullable Path broken;
  private @Nullable HubProcess process;
  private boolean wanted;
  private int ends;

  /**
   * Prepares a node.
   *
   * @param broken a folder with classes that stand before the hub's own, or null
   */
  HubNode(Path folder, String name, List<String> options, @Nullable Path broken)
      throws IOException {
    this.folder = folder;
    this.name = name;
    this.options = List.copyOf(options);
    this.broken = broken;
    Thread supervisor = new Thread(this::supervise, "supervisor-" + name);
    supervisor.setDaemon(true);
    supervisor.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::endWithTheTests));
  }

  /** Adds options of its Java machine. */
  void on(List<String> more) {
    machine.addAll(more);
  }

  int port() {
    return port;
  }

  /** Returns how often it ended by itself. */
  synchronized int ends() {
    return ends;
  }

  synchronized void start() throws IOException {
    wanted = true;
    launch();
  }

  private void launch() throws IOException {
    List<String> all = new ArrayList<>(options);
    all.add("--hub.data-dir=" + folder.resolve(name));
    String classPath = HubProcess.withoutTests();
    process =
        HubProcess.launch(
            folder,
            port,
            name,
            broken == null ? classPath : broken + File.pathSeparator + classPath,
            "com.wechaterp.hub.HubApplication",
            all,
            machine.toArray(String[]::new));
  }

  /**
   * Waits until it answers.
   *
   * @throws IllegalStateException if it ends again and again instead
   */
  void awaitReady() throws InterruptedException {
    int before = ends();
    while (!answers()) {
      if (ends() > before + 2) {
        throw new IllegalStateException(name + " does not start, see " + folder);
      }
      Thread.sleep(LOOK.toMillis());
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return running().status("/api/v1/status") == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private synchronized HubProcess running() {
    HubProcess now = process;
    if (now == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return now;
  }

  /** Ends it as a power cut would; it stays down until it is started. */
  void kill() throws InterruptedException {
    synchronized (this) {
      wanted = false;
    }
    running().kill();
  }

  /** Lets it stand still with all it holds, as a virtual machine that is moved. */
  void freeze() throws IOException, InterruptedException {
    tell("kill", "-STOP", String.valueOf(running().pid()));
  }

  void thaw() throws IOException, InterruptedException {
    tell("kill", "-CONT", String.valueOf(running().pid()));
  }

  /** Lets no file of it grow above a size: what a full disk looks like to it. */
  void limitFiles(String bytes) throws IOException, InterruptedException {
    tell("prlimit", "--pid=" + running().pid(), "--fsize=" + bytes + ":unlimited");
  }

  long pid() {
    return running().pid();
  }

  Path data() {
    return folder.resolve(name);
  }

  private static void tell(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  private void supervise() {
    try {
      while (!Thread.interrupted()) {
        Thread.sleep(LOOK.toMillis());
        synchronized (this) {
          if (wanted && process != null && !process.isAlive()) {
            ends++;
            launch();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void endWithTheTests() {
    synchronized (this) {
      wanted = false;
      if (process != null) {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  @Override
  public void close() throws InterruptedException, IOException {
    synchronized (this) {
      wanted = false;
    }
    if (process != null && process.isAlive()) {
      thaw();
      process.kill();
    }
  }
}
