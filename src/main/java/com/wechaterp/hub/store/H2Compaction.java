package com.wechaterp.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Has the hub's H2 file follow its content while the hub runs.
 *
 * <p>With {@code WRITE_DELAY=0}, which makes every commit survive a killed hub, H2 has no thread
 * that tidies up: each commit appends some pages, and the space of those they replace is used again
 * but never given back. Each step here moves a few megabytes at most, since commits wait for it; H2
 * itself leaves alone for 45 seconds what a power cut could bring back.
 */
final class H2Compaction {

  private static final Logger LOG = LoggerFactory.getLogger(H2Compaction.class);

  /** Percent of the file that should hold content; it is never quite full of it in use. */
  private static final int FILL = 70;

  private static final int STEP_BYTES = 4 * 1024 * 1024;
  private static final long SMALL_BYTES = 16L * 1024 * 1024;

  private final DataSource database;

  H2Compaction(DataSource database) {
    this.database = database;
  }

  @Scheduled(initialDelay = 30_000, fixedDelay = 5_000)
  void step() {
    try (Connection connection = database.getConnection()) {
      if (connection.isWrapperFor(JdbcConnection.class)
          && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
        compact(session.getDatabase().getStore().getMvStore());
      }
    } catch (SQLException | MVStoreException e) {
      // It is closed, or its disk is full: that is told by whoever needs it.
      LOG.debug("The file was not compacted", e);
    }
  }

  private static void compact(MVStore store) {
    if (store.getFileStore() instanceof RandomAccessStore file && file.size() > SMALL_BYTES) {
      store.compact(FILL, STEP_BYTES);
      file.compactMoveChunks(FILL, STEP_BYTES, store);
    }
  }
}
