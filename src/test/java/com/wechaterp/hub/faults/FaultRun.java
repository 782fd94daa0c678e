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
  private static final Duration READY_IF_BROKEN = Duration.ofSeconds(90);

  /** From when on what is given up counts as such, and no more is waited for. */
  private static final Duration HARM = Duration.ofSeconds(15);

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
   * Runs it with a hub of its own.
   *
   * @param broken classes that stand before the hub's own, or null
   */
  List<Outcome> run(Path folder, @Nullable Path broken) throws Exception {
    try (World world = open(folder, broken)) {
      world.start();
      return run(world, 0, broken != null);
    }
  }

  /** Returns all that a run needs, of which nothing is started yet. */
  World open(Path folder, @Nullable Path broken) throws Exception {
    String name = fault.name().toLowerCase(java.util.Locale.ROOT);
    return new World(stage, folder, name, fault.store(), fault.nodes(), broken, List.of())
        .on(fault.fault().machine(folder));
  }

  /**
   * Runs it with a hub that runs already.
   *
   * @param round how many cases this hub has been through
   */
  List<Outcome> run(World world, int round, boolean broken) throws Exception {
    try (People people = new People(world, items, round, chosen)) {
      people.prepare();
      return run(world, people, fault.fault(), broken);
    }
  }

  private List<Outcome> run(World world, People people, Fault strikes, boolean broken)
      throws Exception {
    List<String> notReady = people.awaitReady(broken ? READY_IF_BROKEN : READY);
    if (!notReady.isEmpty()) {
      return List.of(Outcome.notReady(fault, notReady, READY));
    }
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
    Duration limit = broken ? LIMIT_OF_BROKEN : LIMIT;
    boolean harmed = false;
    while (since.compareTo(limit) < 0 && !people.look(since) && !harmed) {
      Thread.sleep(LOOK.toMillis());
      since = Duration.ofNanos(System.nanoTime() - healed);
      harmed = broken && since.compareTo(HARM) > 0 && people.isHarmed();
    }
    List<Outcome> outcomes = new ArrayList<>();
    Findings findings = Findings.of(world, broken ? Duration.ZERO : LOOK.multipliedBy(15));
    people.lookForDoubled();
    boolean waited = !harmed;
    people.flows().forEach(flow -> outcomes.add(flow.outcome(fault, findings, waited)));
    return outcomes;
  }
}
