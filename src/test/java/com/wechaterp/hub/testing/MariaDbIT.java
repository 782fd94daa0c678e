package com.wechaterp.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class MariaDbIT {

  @Test
  void answersOverJdbc() throws Exception {
    try (var connection = DriverManager.getConnection(MariaDb.createDatabase("probe"), "root", "");
        var rows = connection.createStatement().executeQuery("SELECT VERSION()")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).containsAnyOf("MariaDB", "8.");
    }
  }
}
