package com.wechaterp.hub.work;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Nested;

/** The work list on MariaDB. */
class MariaDbWorkIT {

  @Nested
  class Marks extends WorkMarksContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.mariaDb();
    }
  }

  @Nested
  class Endings extends WorkEndingsContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.mariaDb();
    }
  }

  @Nested
  class Pauses extends WorkPausesContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.mariaDb();
    }
  }

  @Nested
  class Nodes extends WorkNodesContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.mariaDb();
    }
  }
}
