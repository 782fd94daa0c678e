package com.wechaterp.hub.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs each deliberate breakage with the cases that must show it. */
final class BrokenHubs {

  private static final String ROW = "| %s | %s | %d | %d | %d |";

  private final Stage stage;
  private final long seed;
  private final Path folder;
  private final List<String> rows = new ArrayList<>();
  private boolean noticed = true;

  private BrokenHubs(Stage stage, long seed, Path folder) {
    this.stage = stage;
    this.seed = seed;
    this.folder = folder;
  }

  /**
   * Runs them and writes a table.
   *
   * @return whether every case failed as it must
   */
  static boolean run(long seed, Path folder, List<FaultCase> cases) throws Exception {
    System.out.println("seed " + seed + ", each breakage");
    try (Stage stage = Stage.open(folder)) {
      BrokenHubs all = new BrokenHubs(stage, seed, folder);
      all.tell("| Case | What the hub does instead | Lost | Doubled | Stuck |");
      all.tell("|---|---|---|---|---|");
      for (Breakage breakage : Breakage.all()) {
        all.run(
            breakage,
            cases.stream()
                .filter(each -> breakage.cases().contains(each.name()))
                .filter(each -> each.fault().impossible().isEmpty())
                .toList());
      }
      Files.write(Path.of("target", "faults", "broken.md"), all.rows);
      return all.noticed;
    }
  }

  /** Starts a hub for as many cases as can follow each other: most of the time goes into that. */
  private void run(Breakage breakage, List<FaultCase> cases) throws Exception {
    for (int next = 0; next < cases.size(); ) {
      FaultCase first = cases.get(next);
      Path broken = breakage.compile(folder);
      Path own = folder.resolve(breakage.name() + "-" + first.name());
      try (World world = of(first).open(own, broken)) {
        world.start();
        int round = 0;
        do {
          FaultCase fault = cases.get(next);
          tell(breakage, fault, of(fault).run(world, round, true));
          round++;
          next++;
        } while (next < cases.size() && cases.get(next).canFollow(first));
      }
    }
  }

  private FaultRun of(FaultCase fault) {
    return new FaultRun(stage, fault, seed, FaultMatrix.ITEMS, traffic -> true);
  }

  private void tell(Breakage breakage, FaultCase fault, List<Outcome> seen) {
    noticed &= !seen.stream().allMatch(Outcome::isGood);
    tell(
        ROW.formatted(
            fault.title(),
            breakage.what(),
            seen.stream().mapToInt(Outcome::lost).sum(),
            seen.stream().mapToInt(Outcome::doubled).sum(),
            seen.stream().mapToInt(Outcome::stuck).sum()));
    seen.forEach(flow -> flow.notes().forEach(note -> System.out.println("    " + note)));
  }

  private void tell(String row) {
    rows.add(row);
    System.out.println(row);
  }
}
