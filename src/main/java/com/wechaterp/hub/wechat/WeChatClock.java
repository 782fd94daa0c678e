package com.wechaterp.hub.wechat;

import com.wechaterp.hub.clock.NodeClock;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The time as WeChat has it, by the {@code Date} of its answers. */
public final class WeChatClock {

  private final NodeClock node;
  private final WeChatAccounts accounts;

  public WeChatClock(NodeClock node, WeChatAccounts accounts) {
    this.node = node;
    this.accounts = accounts;
  }

  /** Returns the time at the platform of an account; this node's until it has answered. */
  public Instant now(String account) {
    return node.now(source(accounts.require(account)));
  }

  /** Returns the clock of the platform of an account. */
  public Clock of(String account) {
    return new Clock() {
      @Override
      public Instant instant() {
        return now(account);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("WeChat's clock shows instants");
      }
    };
  }

  Instant own() {
    return node.now();
  }

  /** Takes in the {@code Date} of an answer that has just arrived; one that is no date is left. */
  void heard(WeChatAccount account, @Nullable String date, Instant sent) {
    if (date == null) {
      return;
    }
    Instant received = node.now();
    Instant theirs;
    try {
      theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      // A proxy's own idea of a date says nothing about clocks.
      return;
    }
    node.compare(source(account), theirs, sent, received);
  }

  private static String source(WeChatAccount account) {
    String authority = URI.create(account.baseUrl()).getAuthority();
    return authority == null ? account.baseUrl() : authority;
  }
}
