package com.wechaterp.hub.route;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps out of the log what the consumers of Camel say of a failed exchange, with its whole stack:
 * {@link RouteTroubles} says it in a sentence.
 */
final class RouteDumps extends TurboFilter {

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    boolean dump =
        format != null
            && format.startsWith("Error processing exchange")
            && logger.getName().startsWith("org.apache.camel.");
    return dump ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
