package com.wechaterp.hub.work;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

class H2WorkTest extends WorkContract {

  @Override
  HikariDataSource database() {
    return HubDatabase.h2();
  }
}
