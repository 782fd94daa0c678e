package com.wechaterp.hub.work;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Nested;

/** The work list on H2. */
class H2WorkTest {

  @Nested
  class Marks extends WorkMarksContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.h2();
    }
  }

  @Nested
  class Endings extends WorkEndingsContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.h2();
    }
  }

  @Nested
  class Pauses extends WorkPausesContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.h2();
    }
  }

  @Nested
  class Nodes extends WorkNodesContract {
    @Override
    HikariDataSource database() {
      return HubDatabase.h2();
    }
  }
}
