package com.wechaterp.hub.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Runs the whole matrix: {@code ./mvnw -Pfaults verify}. With {@code -Dfaults.seed} it repeats an
 * earlier run, {@code -Dfaults.cases} names some cases, and {@code -Dfaults.break} a deliberate
 * breakage to run them with. With {@code -Dfaults.break=each} every breakage meets the cases that
 * were seen to fail with it, and each must fail again.
 */
public final class FaultMatrix {

  static final int ITEMS = 9;

  private FaultMatrix() {}

  /** Runs the cases, prints the table and the seed, and ends with 1 if anything went wrong. */
  public static void main(String[] args) throws Exception {
    long seed = Long.getLong("faults.seed", System.nanoTime() % 1_000_000_000);
    String breakage = System.getProperty("faults.break", "");
    Path folder =
        Files.createDirectories(
            Path.of("target", "faults", "run-" + ProcessHandle.current().pid()).toAbsolutePath());
    if (breakage.equals("each")) {
      System.exit(BrokenHubs.run(seed, folder, cases()) ? 0 : 1);
    }
    Path broken = breakage.isEmpty() ? null : Breakage.named(breakage).compile(folder);
    System.out.println("seed " + seed + (breakage.isEmpty() ? "" : ", broken: " + breakage));
    List<Outcome> outcomes = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    FaultTable.head();
    try (Stage stage = Stage.open(folder)) {
      for (FaultCase fault : cases()) {
        run(stage, fault, seed, folder.resolve(fault.name()), broken, outcomes, failures);
      }
    }
    String now = LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString();
    if (!outcomes.isEmpty()) {
      Files.writeString(
          Path.of("target", "faults", "table.md"),
          now + ", seed " + seed + "\n\n" + FaultTable.markdown(outcomes));
    }
    System.out.println("seed " + seed + ", " + now);
    failures.forEach(System.out::println);
    System.exit(failures.isEmpty() && outcomes.stream().allMatch(Outcome::isGood) ? 0 : 1);
  }

  private static void run(
      Stage stage,
      FaultCase fault,
      long seed,
      Path folder,
      @Nullable Path broken,
      List<Outcome> outcomes,
      List<String> failures) {
    String impossible = fault.fault().impossible();
    if (!impossible.isEmpty()) {
      System.out.println(fault.title() + ": left out, " + impossible);
      return;
    }
    try {
      List<Outcome> some =
          new FaultRun(stage, fault, seed, ITEMS, traffic -> true).run(folder, broken);
      some.forEach(FaultTable::print);
      outcomes.addAll(some);
    } catch (Exception e) {
      // The other cases are worth knowing all the same.
      failures.add(fault.title() + " could not be run to its end: " + e);
      e.printStackTrace(System.out);
    }
  }

  private static List<FaultCase> cases() {
    String wanted = System.getProperty("faults.cases", "");
    return wanted.isEmpty()
        ? List.of(FaultCase.values())
        : Arrays.stream(wanted.split(","))
            .map(name -> FaultCase.valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .toList();
  }
}
