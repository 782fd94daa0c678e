package com.wechaterp.hub.quota;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

class MariaDbQuotasIT extends JdbcQuotasContract {

  @Override
  HikariDataSource database() {
    return HubDatabase.mariaDb();
  }
}
