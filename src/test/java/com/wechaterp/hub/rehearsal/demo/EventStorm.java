package com.wechaterp.hub.rehearsal.demo;

import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.callback.MessageCipher;
import com.wechaterp.hub.callback.MessageSignature;
import com.wechaterp.hub.testing.HubProcess;
import com.wechaterp.hub.testing.MariaDb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * Pushes events to a real hub in a process of its own, which may be killed meanwhile, until each is
 * acknowledged; then tells what the hub and the demo ERP hold.
 *
 * <p>Nothing but events reaches the hub: no route looks for changes by itself.
 */
final class EventStorm {

  private static final String NEVER = "0+0+0+1+1+?+2099";
  private static final Pattern CRON = Pattern.compile("\\{\\{(hub\\.[a-z0-9.-]+\\.cron)");
  private static final String TOKEN = "sandboxtoken";
  private static final MessageCipher CIPHER =
      new MessageCipher("sandboxsandboxsandboxsandboxsandboxsandbox0", "wxsandbox0000000001");
  private static final Duration LONG = Duration.ofMinutes(3);

  private final Path folder;
  private final String name;
  private final int port = HubProcess.freePort();
  private final String erp = MariaDb.createDatabase("storm");
  private final HttpClient http = HttpClient.newHttpClient();

  EventStorm(Path folder, String name) throws IOException {
    this.folder = folder;
    this.name = name;
    DemoData.fill(new DriverManagerDataSource(erp, "root", ""));
  }

  /** Pushes messages four at a time and kills the hub so often in between; returns what is left. */
  StormRows push(List<String> messages, int kills, Random random) throws Exception {
    HubProcess hub = start();
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> sent = new ArrayList<>();
      messages.forEach(message -> sent.add(senders.submit(() -> pushUntilTaken(message))));
      for (int kill = 1; kill <= kills; kill++) {
        int enough = kill * messages.size() / (kills + 1) + random.nextInt(5);
        await()
            .pollInterval(Duration.ofMillis(1))
            .atMost(LONG)
            .until(() -> sent.stream().filter(Future::isDone).count() >= enough);
        hub.kill();
        hub = start();
      }
      for (Future<?> one : sent) {
        one.get(LONG.toSeconds(), TimeUnit.SECONDS);
      }
      HubProcess running = hub;
      await().pollInterval(Duration.ofSeconds(1)).atMost(LONG).until(() -> settled(running));
    } finally {
      senders.shutdownNow();
      hub.close();
    }
    return StormRows.of(folder.resolve(name).resolve("hub"), erp);
  }

  private HubProcess start() throws IOException {
    List<String> options = new ArrayList<>();
    options.add("--hub.erp.url=" + erp);
    options.add("--hub.erp.username=root");
    options.add("--hub.rehearsal.demo=true");
    options.add("--hub.rehearsal.merchant-every=0s");
    options.add("--hub.work.heartbeat=1s");
    crons().forEach(cron -> options.add("--" + cron + "=" + NEVER));
    return HubProcess.launch(folder, port, name, options).awaitReady("/actuator/health");
  }

  private static TreeSet<String> crons() throws IOException {
    TreeSet<String> crons = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      for (Path file : files.toList()) {
        Matcher cron = CRON.matcher(Files.readString(file));
        while (cron.find()) {
          crons.add(cron.group(1));
        }
      }
    }
    return crons;
  }

  /** A flow whose far side is away is at rest too. */
  private static boolean settled(HubProcess hub) throws Exception {
    for (JsonNode flow : hub.get("/api/v1/status").path("flows")) {
      if (flow.path("waiting").asInt() > 0 && flow.path("paused").asString("").isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** WeChat gives up after three times; here nothing is lost, so that the rows can be compared. */
  private void pushUntilTaken(String message) {
    await()
        .pollInterval(Duration.ofMillis(200))
        .atMost(LONG)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> push(message) == 200);
  }

  private int push(String message) throws IOException, InterruptedException {
    String time = String.valueOf(System.currentTimeMillis() / 1000);
    String encrypted = CIPHER.encrypt(message);
    String query =
        "?timestamp="
            + time
            + "&nonce=n&msg_signature="
            + MessageSignature.of(TOKEN, time, "n", encrypted);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/callbacks/sandbox" + query))
            .timeout(Duration.ofSeconds(5))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "<xml><Encrypt>" + encrypted + "</Encrypt></xml>"))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
