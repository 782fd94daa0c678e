package com.wechaterp.hub.faults;

/** What the hub's own database is. */
enum Store {
  H2,
  MARIADB
}
