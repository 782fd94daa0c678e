package com.wechaterp.hub.wechat;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

class H2RefreshBudgetTest extends RefreshBudgetContract {

  @Override
  HikariDataSource database() {
    return HubDatabase.h2();
  }
}
