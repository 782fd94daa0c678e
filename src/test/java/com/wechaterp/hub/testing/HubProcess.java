package com.wechaterp.hub.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub in a process of its own, which can be killed. */
public final class HubProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(5);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final int port;
  private final Path log;

  private HubProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts a hub; its data and its log lie in the folder.
   *
   * @param name the name of its data folder and its log file
   * @param jvm options of the Java machine, such as {@code -Xmx256m}
   */
  public static HubProcess launch(
      Path folder, int port, String name, List<String> options, String... jvm) throws IOException {
    List<String> arguments = new ArrayList<>(options);
    arguments.add("--hub.data-dir=" + folder.resolve(name));
    return launch(
        folder, port, name, withoutTests(), "com.wechaterp.hub.HubApplication", arguments, jvm);
  }

  /** Starts any Spring Boot application. */
  public static HubProcess launch(
      Path folder,
      int port,
      String name,
      String classPath,
      String main,
      List<String> options,
      String... jvm)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvm));
    command.addAll(List.of("-cp", classPath, main, "--server.port=" + port));
    command.addAll(options);
    Path log = folder.resolve(name + ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new HubProcess(process, port, log);
  }

  /** Returns a port nobody listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** Returns the class path of the hub alone; it would scan the tests' own configurations too. */
  public static String withoutTests() {
    return Arrays.stream(classPath().split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns the class path of the tests. */
  public static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Waits until a path answers 200. */
  public HubProcess awaitReady(String path) {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> status(path) == 200);
    return this;
  }

  public int port() {
    return port;
  }

  public URI uri(String path) {
    return uri(port, path);
  }

  /** Returns the address of a path of whatever hub listens on a port. */
  public static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Returns the status a path answers. */
  public int status(String path) throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Returns the JSON a path answers. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return get(uri(path));
  }

  /** Returns the JSON an address answers. */
  public static JsonNode get(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** Posts nothing to a path, such as a lever of the sandbox, which must answer 200. */
  public void post(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
  }

  /** Returns its process id, for what only the operating system can do to it. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    BrokenAnswers.of(log);
  }

  /** Waits until it has ended by itself, and returns its exit code. */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It still runs, see " + log);
    }
    return process.exitValue();
  }

  /** Returns what it has said. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /** Lets it end in peace. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor(20, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    BrokenAnswers.of(log);
  }
}
