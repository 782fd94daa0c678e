package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what changed behind a port, in the way its pack says. */
public class ErpChanges {

  private final ErpDatabase database;
  private final CursorFinder byCursor;
  private final SnapshotFinder bySnapshot;
  private final WindowFinder byWindow;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate hub;
  private final WorkList workList;

  /**
   * Creates the finder.
   *
   * @param jdbc the hub's database, where cursors and snapshots are kept
   * @param hub transactions of the hub's database
   */
  public ErpChanges(
      ErpDatabase database,
      JdbcTemplate jdbc,
      TransactionTemplate hub,
      WorkList workList,
      Clock clock) {
    this.database = database;
    this.byCursor = new CursorFinder(database, new ErpCursors(jdbc), hub, clock);
    this.bySnapshot = new SnapshotFinder(database);
    this.byWindow = new WindowFinder(database);
    this.jdbc = jdbc;
    this.hub = hub;
    this.workList = workList;
  }

  /**
   * Marks the keys that changed since the last time, moving the cursor in the same transaction of
   * the hub's database.
   *
   * @return how many keys were marked
   */
  public int find(Pack pack, Port port, String flow, String account) {
    String name = pack.name() + "/" + port.name();
    if (port.changes().by() == ChangeRule.By.SNAPSHOT) {
      SnapshotScan.Target target =
          new SnapshotScan.Target(name, flow, account, WorkPriority.NORMAL);
      KeyCheck check = new KeyCheck(port.type(), port.file(), port.type().key());
      int marked = bySnapshot.find(port, check, new SnapshotScan(jdbc, hub, workList, target));
      database.keysOfAll(check);
      return marked;
    }
    KeyCheck check = changedKeys(port);
    try {
      return byCursor.find(
          account + "/" + flow + "/" + name,
          port.changes(),
          pack.zone(),
          check,
          keys -> workList.markAll(flow, account, keys, WorkPriority.NORMAL, "ERP row changed"));
    } finally {
      database.keysOfSome(check);
    }
  }

  private static KeyCheck changedKeys(Port port) {
    return new KeyCheck(port.type(), port.changes().file(), "changed_key");
  }

  /**
   * Lists the keys whose rows last changed in a span of time, page by page; marks nothing and moves
   * no cursor.
   *
   * @return whether the pack knows a time of change; if not, nothing is listed
   */
  public boolean findWithin(
      Pack pack, Port port, Instant from, Instant to, Consumer<List<String>> onKeys) {
    boolean timed = port.changes().by() == ChangeRule.By.TIME;
    if (timed) {
      KeyCheck check = changedKeys(port);
      byWindow.find(port.changes(), pack.zone(), check, from, to, onKeys);
      database.keysOfSome(check);
    }
    return timed;
  }
}
