package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.AliasRows;
import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.Port;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads every row of a port that keeps no time, and compares them with the last snapshot. */
class SnapshotFinder {

  private final ErpDatabase database;

  SnapshotFinder(ErpDatabase database) {
    this.database = database;
  }

  int find(Port port, KeyCheck check, SnapshotScan scan) {
    Documents documents = new Documents(port.type().key(), check, scan);
    database.run(
        port.file(),
        () -> {
          RowCallbackHandler rows = documents::row;
          database.template().query(port.sqlForAll(), Map.of(), rows);
          documents.close();
          return true;
        });
    return scan.finish();
  }

  /** Folds adjacent rows of one key as the driver delivers them, without building documents. */
  private final class Documents {

    private final String keyColumn;
    private final KeyCheck check;
    private final SnapshotScan scan;
    private @Nullable String key;
    private RowFold fold = new RowFold();

    Documents(String keyColumn, KeyCheck check, SnapshotScan scan) {
      this.keyColumn = keyColumn;
      this.check = check;
      this.scan = scan;
    }

    void row(ResultSet row) throws SQLException {
      String rowKey = AliasRows.key(row, keyColumn);
      if (!check.fits(rowKey) || rowKey == null) {
        return;
      }
      if (!rowKey.equals(key)) {
        close();
        key = rowKey;
      }
      int columns = row.getMetaData().getColumnCount();
      for (int column = 1; column <= columns; column++) {
        fold.add(row.getString(column));
      }
    }

    void close() {
      String closed = key;
      if (closed != null) {
        Fingerprint found = new Fingerprint(closed, fold.hash());
        database.elsewhere(() -> scan.add(found));
        fold = new RowFold();
      }
    }
  }
}
