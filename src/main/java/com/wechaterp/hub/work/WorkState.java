package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the work list knows of one key.
 *
 * @param key the key
 * @param state {@code waiting}, {@code held} or {@code dead}
 * @param priority 0 (last) to 100 (first)
 * @param attempts how often it was tried without success
 * @param why why it was marked
 * @param since since when it waits
 * @param until when it is looked at again; null if at once, or never by itself
 * @param reason why it is held or dead, or why the last try failed; null if none
 */
public record WorkState(
    WorkKey key,
    String state,
    int priority,
    int attempts,
    String why,
    Instant since,
    @Nullable Instant until,
    @Nullable Problem reason) {}
