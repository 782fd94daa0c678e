package com.wechaterp.hub.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Lets all flows run for a while on both kinds of hub database and measures what must not grow:
 * {@code ./mvnw -Psoak verify}.
 */
public final class Soak {

  private static final Duration TURN = Duration.ofSeconds(2);

  private Soak() {}

  /** Runs it, prints the measurements, and ends with 1 if something grew. */
  public static void main(String[] args) throws Exception {
    Duration whole = Duration.ofMinutes(Integer.getInteger("soak.minutes", 15));
    Path folder =
        Files.createDirectories(
            Path.of("target", "faults", "soak-" + ProcessHandle.current().pid()).toAbsolutePath());
    ExecutorService both = Executors.newFixedThreadPool(Store.values().length);
    List<Future<SoakResult>> running = new ArrayList<>();
    for (Store store : Store.values()) {
      Path of = folder.resolve(store.name());
      Stage stage = Stage.open(of);
      running.add(both.submit(() -> run(stage, store, of, whole)));
    }
    both.shutdown();
    StringBuilder table = new StringBuilder();
    boolean flat = true;
    for (Future<SoakResult> each : running) {
      SoakResult result = each.get();
      table.append(result.markdown());
      flat &= result.isFlat();
    }
    String head =
        LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES) + ", " + whole.toMinutes() + " min\n\n";
    System.out.println(head + table);
    Files.writeString(Path.of("target", "faults", "soak.md"), head + table);
    System.exit(flat ? 0 : 1);
  }

  private static SoakResult run(Stage opened, Store store, Path folder, Duration whole)
      throws Exception {
    try (Stage stage = opened;
        World world =
            new World(stage, folder, "soak", store, 1, forgetful(folder), Schedules.SHORT_MEMORY)) {
      SoakTraffic traffic = new SoakTraffic(world);
      traffic.prepare();
      world.start();
      List<SoakSample> samples = new ArrayList<>();
      long begun = System.nanoTime();
      long next = 0;
      Duration since = Duration.ZERO;
      while (since.compareTo(whole) < 0) {
        traffic.turn();
        if (since.toSeconds() >= next) {
          SoakSample sample = SoakSample.of(world, store, since);
          System.out.println(store + " " + sample);
          samples.add(sample);
          next += Math.max(20, whole.toSeconds() / 15);
        }
        Thread.sleep(TURN.toMillis());
        since = Duration.ofNanos(System.nanoTime() - begun);
      }
      samples.add(SoakSample.of(world, store, since));
      return new SoakResult(store, samples, traffic.begun(), traffic.ended());
    }
  }

  private static @Nullable Path forgetful(Path folder) throws IOException {
    Path classes = null;
    for (Breakage each : Breakage.ofTheSoak()) {
      classes = each.compile(folder);
    }
    return classes;
  }
}
