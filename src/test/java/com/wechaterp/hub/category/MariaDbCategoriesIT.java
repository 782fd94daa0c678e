package com.wechaterp.hub.category;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

class MariaDbCategoriesIT extends CategoriesContract {

  @Override
  HikariDataSource database() {
    return HubDatabase.mariaDb();
  }
}
