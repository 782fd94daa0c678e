package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.erp.pack.ColumnWriter;
import com.wechaterp.hub.erp.pack.DocumentReader;
import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.erp.pack.PortType;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.work.Payload;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.TransactionException;

/** The ERP behind a SQL pack. */
class SqlErp implements Erp {

  private static final Logger LOG = LoggerFactory.getLogger(SqlErp.class);
  private static final int LOCK_TRIES = 3;
  private static final int MARK_BATCH = 1000;

  private final Supplier<Pack> pack;
  private final ErpDatabase database;
  private final ErpChanges changes;
  private final WorkList workList;
  private final Language language;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  SqlErp(
      Supplier<Pack> pack,
      ErpDatabase database,
      ErpChanges changes,
      WorkList workList,
      Language language) {
    this.language = language;
    this.pack = pack;
    this.database = database;
    this.changes = changes;
    this.workList = workList;
  }

  @Override
  public boolean has(String port) {
    Pack now = pack.get();
    boolean there = now.port(port).isPresent();
    if (!there && told.add(port)) {
      LOG.info("{}", now.missing(PortType.require(port)).sentence(language));
    }
    return there;
  }

  @Override
  public Optional<Map<String, Object>> read(String portName, String key) {
    Port port = pack.get().require(portName);
    List<Map<String, Object>> rows =
        database.run(
            port.file(),
            () ->
                database
                    .template()
                    .query(port.sqlForKeys(), Map.of("keys", List.of(key)), new AliasRows()));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    try {
      DocumentReader reader = new DocumentReader(pack.get(), port, database.warnings());
      Map<String, Object> document = reader.document(rows);
      reader.requireSame(key, rows.get(0));
      return Optional.of(document);
    } catch (ProblemException e) {
      throw new ErpException(e.problem(), ErpException.Kind.BAD_ROW, e);
    }
  }

  @Override
  public void read(
      String portName,
      Collection<String> keys,
      Consumer<Map<String, Object>> onDocument,
      Consumer<BadRow> onBad) {
    Port port = pack.get().require(portName);
    if (!keys.isEmpty()) {
      Map<String, Object> parameters = Map.of("keys", List.copyOf(keys));
      stream(port, port.sqlForKeys(), parameters, onDocument, onBad);
    }
  }

  @Override
  public void stream(
      String portName, Consumer<Map<String, Object>> onDocument, Consumer<BadRow> onBad) {
    Port port = pack.get().require(portName);
    stream(port, port.sqlForAll(), Map.of(), onDocument, onBad);
  }

  private void stream(
      Port port,
      String sql,
      Map<String, Object> parameters,
      Consumer<Map<String, Object>> onDocument,
      Consumer<BadRow> onBad) {
    DocumentReader reader = new DocumentReader(pack.get(), port, database.warnings());
    AliasRows rows = new AliasRows();
    List<Map<String, Object>> open = new ArrayList<>();
    database.run(
        port.file(),
        () -> {
          RowCallbackHandler each =
              resultSet -> {
                Map<String, Object> row = rows.mapRow(resultSet, 0);
                if (!open.isEmpty() && !reader.key(open.get(0)).equals(reader.key(row))) {
                  database.elsewhere(() -> fold(port, reader, open, onDocument, onBad));
                }
                open.add(row);
              };
          database.template().query(sql, parameters, each);
          return true;
        });
    if (!open.isEmpty()) {
      fold(port, reader, open, onDocument, onBad);
    }
  }

  private static void fold(
      Port port,
      DocumentReader reader,
      List<Map<String, Object>> rows,
      Consumer<Map<String, Object>> onDocument,
      Consumer<BadRow> onBad) {
    String key = reader.key(rows.get(0));
    try {
      onDocument.accept(reader.document(rows));
    } catch (ProblemException e) {
      onBad.accept(new BadRow(port.name(), key, e.problem()));
    }
    rows.clear();
  }

  @Override
  public int findChanges(String portName, String flow, String account) {
    return changes.find(pack.get(), pack.get().require(portName), flow, account);
  }

  @Override
  public void changed(String portName, Instant from, Instant to, Consumer<List<String>> onKeys) {
    Port port = pack.get().require(portName);
    if (!changes.findWithin(pack.get(), port, from, to, onKeys)) {
      allKeys(port, onKeys);
    }
  }

  @Override
  public int markAll(String portName, String flow, String account) {
    Port port = pack.get().require(portName);
    int[] marked = {0};
    allKeys(
        port,
        keys -> {
          workList.markAll(flow, account, keys, WorkPriority.NORMAL, "full synchronisation");
          marked[0] += keys.size();
        });
    return marked[0];
  }

  private void allKeys(Port port, Consumer<List<String>> onKeys) {
    KeyCheck check = new KeyCheck(port.type(), port.file(), port.type().key());
    List<String> keys = new ArrayList<>();
    Runnable flush =
        () -> {
          onKeys.accept(List.copyOf(keys));
          keys.clear();
        };
    database.run(
        port.file(),
        () -> {
          RowCallbackHandler each =
              row -> {
                String key = row.getString(port.type().key());
                if (check.fits(key) && (keys.isEmpty() || !keys.get(keys.size() - 1).equals(key))) {
                  if (keys.size() == MARK_BATCH) {
                    database.elsewhere(flush);
                  }
                  keys.add(key);
                }
              };
          database.template().query(port.sqlForAll(), Map.of(), each);
          return true;
        });
    flush.run();
    database.keysOfAll(check);
  }

  @Override
  public int write(String portName, Map<String, ?> values) {
    Port port = pack.get().require(portName);
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    port.type().columns().keySet().forEach(column -> all.put(column, null));
    ColumnWriter writer = new ColumnWriter(pack.get(), port);
    values.forEach((column, value) -> all.put(column, writer.write(column, value)));
    return database.run(port.file(), () -> write(port, values, all));
  }

  private int write(Port port, Map<String, ?> values, Map<String, @Nullable Object> all) {
    for (int attempt = 1; ; attempt++) {
      try {
        return writeOnce(port, all);
      } catch (DataAccessException | TransactionException e) {
        if (ErpFailures.isRefusal(e)) {
          throw refused(port, shown(port, values), e);
        }
        if (!ErpFailures.isLock(e) || attempt == LOCK_TRIES) {
          throw e;
        }
      }
    }
  }

  /** A hold is read by many, so a person is not named in it. */
  private static String shown(Port port, Map<String, ?> values) {
    String key = port.type().key();
    return Payload.isPrivate(key) ? key : String.valueOf(values.get(key));
  }

  private static ErpException refused(Port port, String key, RuntimeException failure) {
    return new ErpException(
        Problem.of(
            "erp-write-refused",
            "port",
            port.name(),
            "key",
            key,
            "error",
            ErpFailures.reason(failure),
            "file",
            port.file()),
        ErpException.Kind.BAD_ROW,
        null);
  }

  /**
   * Later statements run only if the first one changed a row: otherwise the ERP already said so.
   */
  private int writeOnce(Port port, Map<String, @Nullable Object> values) {
    Integer changed =
        database
            .transaction()
            .execute(
                status -> {
                  int first = database.template().update(port.statements().get(0), values);
                  for (int i = 1; first > 0 && i < port.statements().size(); i++) {
                    database.template().update(port.statements().get(i), values);
                  }
                  return first;
                });
    return changed == null ? 0 : changed;
  }
}
