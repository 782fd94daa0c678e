package com.wechaterp.hub.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One case: all flows at once, one third before the fault, one during it and one after it. */
final class FaultRun {

  private static final Duration LIMIT = Duration.ofSeconds(150);

  /** What is broken on purpose need not be waited for so long. */
  private static final Duration LIMIT_OF_BROKEN = Duration.ofSeconds(60);

  private static final Duration READY = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Stage stage;
  private final FaultCase fault;
  private final Random random;
  private final int items;
  private final Predicate<Traffic> chosen;

  /**
   * A run.
   *
   * @param seed decides moments and answers
   * @param items how many things pass through each flow, a third of them at a time
   * @param chosen which flows are of interest
   */
  FaultRun(Stage stage, FaultCase fault, long seed, int items, Predicate<Traffic> chosen) {
    this.stage = stage;
    this.fault = fault;
    this.random = new Random(seed * 31 + fault.ordinal());
    this.items = items;
    this.chosen = chosen;
  }

  /**
   * Runs it.
   *
   * @param broken classes that stand before the hub's own, or null
   */
  List<Outcome> run(Path folder, @Nullable Path broken) throws Exception {
    String name = fault.name().toLowerCase(java.util.Locale.ROOT);
    Fault strikes = fault.fault();
    try (World world =
            new World(stage, folder, name, fault.store(), fault.nodes(), broken, List.of());
        People people = new People(world, items, chosen)) {
      strikes.before(world);
      try {
        return run(world, people, strikes, broken == null ? LIMIT : LIMIT_OF_BROKEN);
      } finally {
        strikes.after(world);
      }
    }
  }

  private List<Outcome> run(World world, People people, Fault strikes, Duration limit)
      throws Exception {
    people.prepare();
    world.start();
    people.awaitReady(READY);
    people.begin(0, Duration.ZERO);
    Thread.sleep(random.nextInt(1500));
    long struck = System.nanoTime();
    people.begin(1, fault.lasts().isZero() ? Duration.ofSeconds(6) : fault.lasts());
    strikes.strike(world, random);
    long left = fault.lasts().toMillis() - (System.nanoTime() - struck) / 1_000_000;
    Thread.sleep(Math.max(0, left));
    strikes.heal(world);
    long healed = System.nanoTime();
    people.begin(2, Duration.ZERO);
    Duration since = Duration.ZERO;
    while (since.compareTo(limit) < 0 && !people.look(since)) {
      Thread.sleep(LOOK.toMillis());
      since = Duration.ofNanos(System.nanoTime() - healed);
    }
    List<Outcome> outcomes = new ArrayList<>();
    Findings findings = Findings.of(world, LOOK.multipliedBy(15));
    people.lookForDoubled();
    people.flows().forEach(flow -> outcomes.add(flow.outcome(fault, findings)));
    return outcomes;
  }
}
