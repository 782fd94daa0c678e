package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The sandbox's time, which can be moved forward. */
class SandboxClock {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final AtomicLong ahead = new AtomicLong();

  Instant now() {
    return Instant.now().plusSeconds(ahead.get());
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
