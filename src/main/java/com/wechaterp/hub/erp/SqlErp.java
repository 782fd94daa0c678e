package com.wechaterp.hub.erp;

import com.wechaterp.hub.document.ExtraPaths;
import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.erp.pack.DocumentReader;
import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.erp.pack.PortType;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The ERP behind a SQL pack. */
class SqlErp implements Erp {

  private static final Logger LOG = LoggerFactory.getLogger(SqlErp.class);
  private static final int MARK_BATCH = 1000;

  private final Supplier<Pack> pack;
  private final ErpDatabase database;
  private final PortWriter writer;
  private final ErpChanges changes;
  private final WorkList workList;
  private final ExtraPaths extraPaths;
  private final Language language;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Creates an ERP whose extra columns reach no body. */
  SqlErp(
      Supplier<Pack> pack,
      ErpDatabase database,
      ErpChanges changes,
      WorkList workList,
      Language language) {
    this(pack, database, changes, workList, ExtraPaths.NONE, language);
  }

  SqlErp(
      Supplier<Pack> pack,
      ErpDatabase database,
      ErpChanges changes,
      WorkList workList,
      ExtraPaths extraPaths,
      Language language) {
    this.extraPaths = extraPaths;
    this.language = language;
    this.pack = pack;
    this.database = database;
    this.writer = new PortWriter(database);
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
    Map<String, Object> parameters = Map.of("keys", List.of(key));
    List<Map<String, Object>> rows =
        database.runForKey(
            new Asked(port, key, List.of(port.sqlForKeys()), parameters),
            () -> database.template().query(port.sqlForKeys(), parameters, new AliasRows()));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    try {
      DocumentReader reader = new DocumentReader(pack.get(), port, database.warnings(), extraPaths);
      List<Map<String, Object>> same =
          rows.stream().filter(row -> reader.key(row).equals(key)).toList();
      List<Map<String, Object>> own = same.isEmpty() ? rows : same;
      reader.requireSame(key, own.get(0));
      Map<String, Object> document = reader.document(own);
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
    if (keys.isEmpty()) {
      return;
    }
    List<Map<String, Object>> documents = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    try {
      Map<String, Object> parameters = Map.of("keys", List.copyOf(keys));
      stream(port, port.sqlForKeys(), parameters, documents::add, bad::add);
    } catch (ErpException e) {
      if (!ErpFailures.isUnrecognised(e.problem())) {
        throw e;
      }
      // One row may spoil the statement for all: each is asked for alone.
      documents.clear();
      bad.clear();
      keys.forEach(key -> readAlone(port, key, documents::add, bad::add));
    }
    documents.forEach(onDocument);
    bad.forEach(onBad);
  }

  private void readAlone(
      Port port, String key, Consumer<Map<String, Object>> onDocument, Consumer<BadRow> onBad) {
    try {
      read(port.name(), key).ifPresent(onDocument);
    } catch (ErpException e) {
      if (e.kind() != ErpException.Kind.BAD_ROW) {
        throw e;
      }
      onBad.accept(new BadRow(port.name(), key, e.problem()));
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
    DocumentReader reader = new DocumentReader(pack.get(), port, database.warnings(), extraPaths);
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
                String key = AliasRows.key(row, port.type().key());
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
  public boolean mayChangeNothing(String portName) {
    return pack.get().port(portName).map(Port::mayChangeNothing).orElse(false);
  }

  @Override
  public int write(String portName, Map<String, ?> values) {
    return writer.write(pack.get(), pack.get().require(portName), values);
  }
}
