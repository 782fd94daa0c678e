package com.wechaterp.hub.callback;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of after-sales, {@code hub.aftersale.*}.
 *
 * @param deadline how long after receipt an after-sale may be opened, more than five days; default
 *     none: WeChat's own
 */
@ConfigurationProperties("hub.aftersale")
record AfterSaleProperties(@Nullable Duration deadline) {

  private static final Duration SHORTEST = Duration.ofDays(5);

  AfterSaleProperties {
    if (deadline != null && deadline.compareTo(SHORTEST) <= 0) {
      throw new IllegalArgumentException("WeChat wants more than five days, such as 15d");
    }
  }
}
