package com.wechaterp.hub.work;

import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work list in the hub's database.
 *
 * <p>A mark raises the key's generation; whoever finishes the key sees by it whether it must run
 * once more. The rows of {@code work} are always locked before those of {@code scheduled_tasks}.
 * Many marks at once go through the {@link WorkSpool}.
 */
class JdbcWorkList implements WorkList {

  private final Marks marks;
  private final WorkSpool spool;
  private final TransactionTemplate transaction;
  private final WorkQueries queries;
  private final WorkRunners runners;
  private final Clock clock;

  JdbcWorkList(
      Marks marks,
      WorkSpool spool,
      TransactionTemplate transaction,
      WorkQueries queries,
      WorkRunners runners,
      Clock clock) {
    this.marks = marks;
    this.spool = spool;
    this.transaction = transaction;
    this.queries = queries;
    this.runners = runners;
    this.clock = clock;
  }

  @Override
  public void mark(WorkKey key, int priority, String why) {
    markAll(key.flow(), key.account(), List.of(key.key()), priority, why);
  }

  @Override
  public void markAll(
      String flow, String account, Collection<String> keys, int priority, String why) {
    if (keys.isEmpty()) {
      return;
    }
    // One order for everybody, so that two marks cannot wait for each other.
    List<String> ordered = List.copyOf(new TreeSet<>(keys));
    transaction.executeWithoutResult(
        status -> {
          Marks.Mark mark =
              new Marks.Mark(flow, account, priority, why, UtcTimes.utc(clock.instant()));
          if (ordered.size() > Marks.BATCH) {
            spool.put(mark, ordered);
            afterCommit(spool::wake);
          } else {
            marks.write(mark, ordered);
            afterCommit(() -> runners.wake(flow));
          }
        });
  }

  private static void afterCommit(Runnable then) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            then.run();
          }
        });
  }

  @Override
  public List<WorkCount> counts() {
    return queries.counts();
  }

  @Override
  public List<WorkHold> holds(int limit) {
    return queries.holds(limit);
  }

  @Override
  public int release(Release release, String account, int most) {
    List<WorkQueries.Held> first = queries.firstHeld(release, account, most);
    markTogether(first, WorkQueries.Held::priority, "released: " + release);
    return first.size();
  }

  @Override
  public int release(Set<Release> releases, Predicate<Problem> meant) {
    List<WorkQueries.Held> held = queries.heldFor(releases, meant);
    markTogether(held, WorkQueries.Held::priority, "released: " + releases);
    return held.size();
  }

  @Override
  public int waitingFor(Release release, String account) {
    return queries.waitingFor(release, account);
  }

  @Override
  public Optional<WorkState> find(WorkKey key) {
    return queries.find(key);
  }

  @Override
  public int replay(String flow, @Nullable String key) {
    List<WorkQueries.Held> waiting = queries.heldOrDead(flow, key);
    markTogether(waiting, held -> WorkPriority.URGENT, "replayed by a person");
    return waiting.size();
  }

  private record Group(String flow, String account, int priority) {}

  private void markTogether(
      List<WorkQueries.Held> held, ToIntFunction<WorkQueries.Held> priority, String why) {
    held.stream()
        .collect(
            Collectors.groupingBy(
                one -> new Group(one.key().flow(), one.key().account(), priority.applyAsInt(one)),
                Collectors.mapping(one -> one.key().key(), Collectors.toList())))
        .forEach((group, keys) -> markAll(group.flow, group.account, keys, group.priority, why));
  }
}
