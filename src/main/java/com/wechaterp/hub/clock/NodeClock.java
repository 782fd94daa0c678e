package com.wechaterp.hub.clock;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's clock, and what is known of its being wrong. */
public final class NodeClock {

  private static final Logger LOG = LoggerFactory.getLogger(NodeClock.class);

  private final Clock own;
  private final Language language;
  private final Map<String, ClockSamples> samples = new ConcurrentHashMap<>();
  private final Map<String, ClockComparison> comparisons = new ConcurrentHashMap<>();

  /**
   * Creates the clock.
   *
   * @param own what this node takes for the time
   * @param language in which the log says that it is off
   */
  public NodeClock(Clock own, Language language) {
    this.own = own;
    this.language = language;
  }

  /** Returns the time by this node's clock, right or wrong. */
  public Instant now() {
    return own.instant();
  }

  /** Returns the time as a far side has it; this node's where it has not been heard. */
  public Instant now(String source) {
    ClockComparison known = comparisons.get(source);
    return known == null ? own.instant() : own.instant().minus(known.ahead());
  }

  /**
   * Returns a clock that is never ahead: it shows the earliest time of this node and the far sides
   * heard, so that nothing that is still to come counts as past.
   */
  public Clock cautious() {
    return new Clock() {
      @Override
      public Instant instant() {
        return own.instant().minus(ahead());
      }

      @Override
      public ZoneId getZone() {
        return own.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return Clock.offset(own.withZone(zone), ahead().negated());
      }
    };
  }

  private Duration ahead() {
    return comparisons.values().stream()
        .map(ClockComparison::ahead)
        .filter(ahead -> ahead.compareTo(Duration.ZERO) > 0)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /**
   * Takes in the time that a far side wrote on an answer.
   *
   * @param theirs the time, cut to the second
   * @param sent when the question went out, by this node's clock
   * @param received when the answer was there, by this node's clock
   */
  public void compare(String source, Instant theirs, Instant sent, Instant received) {
    ClockComparison now =
        samples.computeIfAbsent(source, ClockSamples::new).add(theirs, sent, received);
    ClockComparison before = comparisons.put(source, now);
    boolean wasOff = before != null && before.isOff();
    if (now.isOff() && !wasOff) {
      LOG.warn("{}", problem(now).sentence(language));
    } else if (wasOff && !now.isOff()) {
      LOG.info("This server's clock agrees with {} again", source);
    }
  }

  /** Returns what is known of each far side that has been heard. */
  public List<ClockComparison> comparisons() {
    return comparisons.values().stream()
        .sorted(Comparator.comparing(ClockComparison::source))
        .toList();
  }

  /** Returns what to say of a clock that is off. */
  public static Problem problem(ClockComparison comparison) {
    Duration ahead = comparison.ahead();
    return Problem.of(
        ahead.isNegative() ? "clock-behind" : "clock-ahead",
        "source",
        comparison.source(),
        "seconds",
        ahead.abs().toSeconds());
  }
}
