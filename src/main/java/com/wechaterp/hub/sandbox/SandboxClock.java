package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The sandbox's time, which can be moved forward, and made to differ from this server's. */
class SandboxClock {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final AtomicLong ahead = new AtomicLong();
  private final AtomicLong skew = new AtomicLong();

  Instant now() {
    return platform().plusSeconds(ahead.get());
  }

  /** Returns the time without the jumps: what the platform's answers are dated. */
  Instant platform() {
    return Instant.now().plusSeconds(skew.get());
  }

  /** Lets the platform's clock differ from this server's, as if this server's were wrong. */
  void differ(Duration by) {
    skew.set(by.toSeconds());
  }

  void jump(Duration by) {
    ahead.addAndGet(by.toSeconds());
  }

  /** Returns the time as WeChat writes it, in China time. */
  String wire() {
    return wire(now());
  }

  /** Returns any time as WeChat writes it, in China time. */
  static String wire(Instant time) {
    return WIRE.format(LocalDateTime.ofInstant(time, CHINA));
  }

  /** Returns the time that WeChat writes so, if it is one. */
  static Optional<Instant> parse(String wire) {
    try {
      return Optional.of(LocalDateTime.parse(wire, WIRE).atZone(CHINA).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Returns how far the clock was moved ahead of the true time. */
  Duration ahead() {
    return Duration.ofSeconds(ahead.get());
  }

  LocalDateTime china() {
    return LocalDateTime.ofInstant(now(), CHINA);
  }
}
