package com.wechaterp.hub.callback;

import com.wechaterp.hub.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what came and what was refused, since this node runs. */
class CallbackCounts {

  private static final int REMEMBERED = 100;
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Clock clock;
  private final Instant since;
  private final Counter stored;
  private final Counter repeated;
  private final Counter verified;
  private final Counter failed;
  private final Map<Refusal, Counter> meters = new EnumMap<>(Refusal.class);
  private final Map<Refusal, CallbackReport.Refused> refused = new EnumMap<>(Refusal.class);
  private final Map<String, Instant> told = new HashMap<>();
  private final Deque<CallbackReport.Message> latest = new ArrayDeque<>();

  CallbackCounts(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
    this.stored = counter(registry, "stored", "");
    this.repeated = counter(registry, "repeated", "");
    this.verified = counter(registry, "verified", "");
    this.failed = counter(registry, "failed", "");
    for (Refusal refusal : Refusal.values()) {
      meters.put(refusal, counter(registry, "refused", refusal.code()));
    }
  }

  private static Counter counter(MeterRegistry registry, String outcome, String reason) {
    return registry.counter("hub.callbacks", "outcome", outcome, "reason", reason);
  }

  void stored() {
    stored.increment();
  }

  void repeated() {
    repeated.increment();
  }

  void verified() {
    verified.increment();
  }

  /** Counts an event that could not be taken; returns whether that is worth a line in the log. */
  synchronized boolean failed() {
    failed.increment();
    return isNews("failed", clock.instant());
  }

  /**
   * Counts a refused message.
   *
   * @return whether it is worth a line in the log: not when the same was just told
   */
  synchronized boolean refused(Refusal refusal, String account, String sender) {
    Instant now = clock.instant();
    Objects.requireNonNull(meters.get(refusal)).increment();
    CallbackReport.Refused before = refused.get(refusal);
    refused.put(
        refusal,
        before == null
            ? new CallbackReport.Refused(refusal.code(), 1, now, now)
            : new CallbackReport.Refused(
                refusal.code(), before.count() + 1, before.firstAt(), now));
    latest.addFirst(
        new CallbackReport.Message(
            now, refusal.status().value(), problem(refusal, account, sender)));
    if (latest.size() > REMEMBERED) {
      latest.removeLast();
    }
    // One address is told beside another, but not every one that somebody tries.
    told.values().removeIf(last -> isOld(last, now));
    boolean many = told.size() >= REMEMBERED;
    return isNews(many ? refusal.code() : refusal.code() + " " + account, now);
  }

  private boolean isNews(String what, Instant now) {
    Instant last = told.get(what);
    boolean news = last == null || isOld(last, now);
    if (news) {
      told.put(what, now);
    }
    return news;
  }

  private static boolean isOld(Instant told, Instant now) {
    return told.plus(QUIET).isBefore(now);
  }

  /** What anybody may have written into a path: cut short, and without odd characters. */
  static String shown(String path) {
    String plain = path.replaceAll("[^\\w./-]", "?");
    return plain.length() <= 64 ? plain : plain.substring(0, 64);
  }

  static Problem problem(Refusal refusal, String account, String sender) {
    return Problem.of(refusal.code(), "account", account, "sender", sender);
  }

  synchronized CallbackReport report() {
    return new CallbackReport(
        since,
        (long) (stored.count() + repeated.count()),
        (long) repeated.count(),
        (long) verified.count(),
        (long) failed.count(),
        List.copyOf(refused.values()),
        List.copyOf(latest));
  }
}
