package com.wechaterp.hub.work;

import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The durable list of keys to look at.
 *
 * <p>Marking a key that is already marked coalesces; marking a key that is worked on makes it run
 * once more. All methods join the caller's transaction.
 */
public interface WorkList {

  /**
   * Marks one key dirty, waking it if it is held.
   *
   * @param why one phrase for people, such as {@code ERP row changed}
   */
  void mark(WorkKey key, int priority, String why);

  /**
   * Marks many keys of one flow dirty.
   *
   * <p>More than some hundreds are durable and counted at once, but come into the list one batch
   * after the other.
   */
  void markAll(String flow, String account, Collection<String> keys, int priority, String why);

  /** Returns the counts of every flow that has keys or has ever finished one. */
  List<WorkCount> counts();

  /** Returns the held and dead keys of all flows, oldest first, at most {@code limit}. */
  List<WorkHold> holds(int limit);

  /**
   * Wakes held keys that wait for a release, those of the highest priority and then the oldest
   * first.
   *
   * @param most how many at most
   * @return how many were woken
   */
  int release(Release release, String account, int most);

  /**
   * Wakes the held keys of all flows and accounts that wait for one of the releases, if their
   * reason is one of those meant.
   *
   * @return how many were woken
   */
  int release(Set<Release> releases, Predicate<Problem> meant);

  /** Returns how many keys of an account wait for a release. */
  int waitingFor(Release release, String account);

  /** Returns what the list knows of one key, empty if it is done or was never marked. */
  Optional<WorkState> find(WorkKey key);

  /**
   * Puts held or dead keys back to work.
   *
   * @param key the business id, or null for every held or dead key of the flow
   * @return how many were put back
   */
  int replay(String flow, @Nullable String key);
}
