package com.wechaterp.hub.category;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;

class H2CategoriesTest extends CategoriesContract {

  @Override
  HikariDataSource database() {
    return HubDatabase.h2();
  }
}
