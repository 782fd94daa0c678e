package com.wechaterp.hub.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps what everybody says of an outage of the hub's database out of the log: the watch says it
 * once, and each failure lets the watch look.
 */
final class OutageLog extends TurboFilter {

  private final DatabaseState state;

  OutageLog(DatabaseState state) {
    this.state = state;
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    Throwable failure = thrown == null ? last(parameters) : thrown;
    if (failure == null || !StoreFailures.isDatabase(failure)) {
      return FilterReply.NEUTRAL;
    }
    state.doubt();
    boolean said = StoreFailures.isClosed(failure) || state.outage().isPresent();
    return said ? FilterReply.DENY : FilterReply.NEUTRAL;
  }

  private static @Nullable Throwable last(Object @Nullable [] parameters) {
    return parameters != null
            && parameters.length > 0
            && parameters[parameters.length - 1] instanceof Throwable thrown
        ? thrown
        : null;
  }
}
