package com.wechaterp.hub.link;

import java.time.Instant;
import java.util.Map;

/**
 * A call that was begun and whose outcome is not recorded yet.
 *
 * @param operation the platform operation
 * @param fingerprint the content it carries
 * @param path the page it carries
 * @param figures the figures it carries, by {@code out_sku_id}
 * @param at when it was begun
 */
public record Sending(
    String operation,
    String fingerprint,
    String path,
    Map<String, SkuFigures> figures,
    Instant at) {

  public Sending {
    figures = Map.copyOf(figures);
  }
}
