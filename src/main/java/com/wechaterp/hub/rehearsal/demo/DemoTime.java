package com.wechaterp.hub.rehearsal.demo;

import java.time.LocalDateTime;
import java.time.ZoneId;

/** The time in the zone of the demo shop, which its pack names. */
final class DemoTime {

  private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

  private DemoTime() {}

  static LocalDateTime now() {
    return LocalDateTime.now(SHOP);
  }
}
