package com.wechaterp.hub.work;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

class MariaDbWorkIT extends WorkContract {

  @Override
  HikariDataSource database() {
    return HubDatabase.mariaDb();
  }
}
