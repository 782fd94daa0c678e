package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that waits, for people.
 *
 * @param key the key
 * @param state {@code held} or {@code dead}
 * @param reason why
 * @param release what lets it go on, a name of {@code com.wechaterp.hub.plan.Release}
 * @param since when it began to wait
 * @param until when it is looked at again by itself; null if only its release wakes it
 */
public record WorkHold(
    WorkKey key,
    String state,
    Problem reason,
    String release,
    Instant since,
    @Nullable Instant until) {}
