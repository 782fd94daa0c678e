package com.wechaterp.hub.callback;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

class MariaDbCallbackIT extends CallbackContract {

  @Override
  HikariDataSource database() {
    return HubDatabase.mariaDb();
  }
}
