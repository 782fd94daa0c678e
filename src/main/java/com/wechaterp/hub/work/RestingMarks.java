package com.wechaterp.hub.work;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Marks the keys of a paused account for the end of its pause: due at once, each would be picked
 * only to be put back.
 */
final class RestingMarks implements Marks {

  private final Marks marks;
  private final FlowPauses pauses;

  RestingMarks(Marks marks, FlowPauses pauses) {
    this.marks = marks;
    this.pauses = pauses;
  }

  @Override
  public void write(Mark mark, List<String> keys) {
    Optional<Instant> rest = pauses.rest(mark.flow(), mark.account());
    marks.write(rest.map(until -> mark.dueAt(UtcTimes.utc(until))).orElse(mark), keys);
  }
}
