package com.wechaterp.hub.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file of the hub's database is asked to do for an event. */
class InboxCommitsTest {

  private static final int EVENTS = 100;

  @TempDir Path folder;

  @Test
  void writesTheFileOnceForAnEvent() throws SQLException {
    try (HikariDataSource database = HubDatabase.h2(folder)) {
      Inbox inbox = new InboxOf(database, mock(WorkList.class), flow -> true).inbox;
      receive(inbox, "first");
      long before = written(database);

      for (int i = 0; i < EVENTS; i++) {
        receive(inbox, "spu_" + i);
      }

      assertThat(written(database) - before).isEqualTo(EVENTS);
    }
  }

  private static void receive(Inbox inbox, String product) {
    inbox.receive(
        InboxOf.event(
            "open_product_spu_audit", "OpenProductSpuAudit", Map.of("out_product_id", product)));
  }

  /** Returns how often the file was written: each writing is a version of H2's store. */
  private static long written(HikariDataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      return session.getDatabase().getStore().getMvStore().getCurrentVersion();
    }
  }
}
