package com.wechaterp.hub.funds;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

/** The limit of a day on MariaDB. */
class MariaDbWithdrawalLimitIT extends WithdrawalLimitContract {
  @Override
  HikariDataSource database() {
    return HubDatabase.mariaDb();
  }
}
