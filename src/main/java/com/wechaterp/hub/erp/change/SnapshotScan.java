package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.work.WorkList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares one full read of a port with the last one and marks the keys that are new, changed or
 * gone.
 *
 * <p>Feed every document in the order of the SQL, then {@link #finish()}. A read that broke off
 * must not be finished: rows it never reached would look gone. What was marked until then stays
 * marked and is not found again.
 */
public final class SnapshotScan {

  /** How many chunks are replaced in one transaction, about 50,000 keys. */
  private static final int BATCH = 100;

  private final JdbcChunks chunks;
  private final TransactionTemplate transaction;
  private final WorkList work;
  private final Target target;
  private final ChunkCutter cutter = new ChunkCutter(this::compare);

  private final Map<String, String> unmatched;
  private final Map<String, String> digestByLastKey = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  private final List<String> old = new ArrayList<>();
  private final List<Chunk> fresh = new ArrayList<>();
  private final Map<String, Long> before = new HashMap<>();
  private final Map<String, Long> after = new HashMap<>();
  private int marked;

  /**
   * Whose changes are looked for.
   *
   * @param port the reading port
   * @param flow the flow whose keys are marked
   * @param account the WeChat account the keys are for
   * @param priority the priority of the marks, from 0 to 100
   */
  public record Target(String port, String flow, String account, int priority) {}

  /** Starts a comparison with what the hub's database keeps for the target. */
  public SnapshotScan(
      JdbcTemplate jdbc, TransactionTemplate transaction, WorkList work, Target target) {
    this.chunks = new JdbcChunks(jdbc, target.port(), target.flow(), target.account());
    this.transaction = transaction;
    this.work = work;
    this.target = target;
    this.unmatched = chunks.lastKeys();
    unmatched.forEach((digest, lastKey) -> digestByLastKey.put(lastKey, digest));
  }

  /** Takes the next document. */
  public void add(Fingerprint fingerprint) {
    cutter.add(fingerprint);
  }

  /**
   * Ends a read that reached the last row.
   *
   * @return how many keys were marked
   */
  public int finish() {
    cutter.end();
    for (String digest : List.copyOf(unmatched.keySet())) {
      supersede(digest);
    }
    commit();
    return marked;
  }

  private void compare(Chunk chunk) {
    if (!seen.add(chunk.digest()) || unmatched.remove(chunk.digest()) != null) {
      return;
    }
    String partner = digestByLastKey.get(chunk.lastKey());
    if (partner != null && unmatched.containsKey(partner)) {
      supersede(partner);
    }
    fresh.add(chunk);
    after.putAll(Chunk.entries(chunk.content()));
    if (fresh.size() >= BATCH) {
      commit();
    }
  }

  private void supersede(String digest) {
    unmatched.remove(digest);
    old.add(digest);
    before.putAll(chunks.entries(digest));
  }

  private void commit() {
    Collection<String> keys = differences();
    transaction.executeWithoutResult(
        status -> {
          chunks.replace(old, fresh);
          if (!keys.isEmpty()) {
            work.markAll(
                target.flow(), target.account(), keys, target.priority(), "ERP row changed");
          }
        });
    marked += keys.size();
    old.clear();
    fresh.clear();
    before.clear();
    after.clear();
  }

  private Collection<String> differences() {
    Set<String> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.removeIf(key -> before.containsKey(key) && before.get(key).equals(after.get(key)));
    return keys;
  }
}
