package com.wechaterp.hub.quota;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

class H2QuotasTest extends JdbcQuotasContract {

  @Override
  HikariDataSource database() {
    return HubDatabase.h2();
  }
}
