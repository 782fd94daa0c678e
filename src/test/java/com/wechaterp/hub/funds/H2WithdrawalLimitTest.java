package com.wechaterp.hub.funds;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

/** The limit of a day on H2. */
class H2WithdrawalLimitTest extends WithdrawalLimitContract {
  @Override
  HikariDataSource database() {
    return HubDatabase.h2();
  }
}
