package com.wechaterp.hub.schedule;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.schedule.*}.
 *
 * @param store where the schedule is kept; default auto
 */
@ConfigurationProperties("hub.schedule")
record ScheduleSettings(@DefaultValue("auto") Store store) {

  /** Where the schedule is kept. */
  enum Store {
    /** In the hub's database if several hubs can share it, in memory otherwise. */
    AUTO,
    /** In memory: each hub looks by itself. */
    MEMORY,
    /** In the hub's database: of several hubs one looks. */
    DATABASE
  }
}
