package com.wechaterp.hub.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the inbox, {@code hub.inbox.*}.
 *
 * @param keep how long events are kept that are dealt with, at least a day; default 30 days
 */
@ConfigurationProperties("hub.inbox")
record InboxProperties(@DefaultValue("30d") Duration keep) {

  InboxProperties {
    // An event that comes again must be recognised, however long a clock is off.
    if (keep.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("Events must be kept for a day at least, such as 30d");
    }
  }
}
