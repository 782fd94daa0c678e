package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.ColumnWriter;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.work.Payload;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Runs the statements of a writing port in one short transaction. */
final class PortWriter {

  private static final int DEADLOCK_TRIES = 3;

  private final ErpDatabase database;

  PortWriter(ErpDatabase database) {
    this.database = database;
  }

  /**
   * Writes one key.
   *
   * @return how many rows the first statement changed
   * @throws ErpException if the ERP cannot take it
   */
  int write(Pack pack, Port port, Map<String, ?> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    port.type().columns().keySet().forEach(column -> all.put(column, null));
    ColumnWriter writer = new ColumnWriter(pack, port);
    values.forEach((column, value) -> all.put(column, writer.write(column, value)));
    Asked asked = new Asked(port, shown(port, values), port.statements(), all);
    return database.runForKey(asked, () -> repeated(asked, all));
  }

  /** A hold is read by many, so a person is not named in it. */
  private static String shown(Port port, Map<String, ?> values) {
    String key = port.type().key();
    return Payload.isPrivate(key) ? key : String.valueOf(values.get(key));
  }

  private int repeated(Asked asked, Map<String, @Nullable Object> values) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(asked, values);
      } catch (DataAccessException | TransactionException e) {
        if (!database.failures().isDeadlock(e) || attempt == DEADLOCK_TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Later statements run only if the first one changed a row: otherwise the ERP already said so.
   */
  private int once(Asked asked, Map<String, @Nullable Object> values) {
    Integer changed =
        database
            .transaction()
            .execute(
                status -> {
                  int first = run(asked, 0, values);
                  for (int i = 1; first > 0 && i < asked.statements().size(); i++) {
                    run(asked, i, values);
                  }
                  return first;
                });
    return changed == null ? 0 : changed;
  }

  /** What must change a row and does not, takes the whole transaction back. */
  private int run(Asked asked, int statement, Map<String, @Nullable Object> values) {
    int changed = database.template().update(asked.statements().get(statement), values);
    if (changed == 0 && asked.port().mustChange(statement)) {
      throw ErpFailures.changedNothing(asked, statement + 1);
    }
    return changed;
  }
}
