package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.document.ExtraPaths;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds the rows of one key into one document of canonical names. */
public final class DocumentReader {

  private final Port port;
  private final ColumnReader columns;
  private final Map<String, String> constants;
  private final RowWarnings warnings;
  private final ExtraPaths paths;

  /**
   * Creates a reader that lets no extra column into a body and tells what it leaves out to nobody.
   */
  public DocumentReader(Pack pack, Port port) {
    this(pack, port, (file, key, found) -> {}, ExtraPaths.NONE);
  }

  /**
   * Creates a reader.
   *
   * @param warnings told what it leaves out of a row
   * @param paths which extra columns go into which bodies
   */
  public DocumentReader(Pack pack, Port port, RowWarnings warnings, ExtraPaths paths) {
    this.warnings = warnings;
    this.paths = paths;
    this.port = port;
    this.columns = new ColumnReader(pack, port);
    this.constants = pack.constants();
  }

  /** Returns the key of a row as text; empty if it is missing. */
  public String key(Map<String, Object> row) {
    Object key = row.get(port.type().key());
    return key == null ? "" : ValueText.exact(key);
  }

  /**
   * Requires that the ERP answers with the key it was asked for: many compare without case, and one
   * record must not run under two keys.
   */
  public void requireSame(String asked, Map<String, Object> row) {
    String found = key(row);
    if (!found.isEmpty() && !found.equals(asked)) {
      throw new ProblemException(
          Problem.of(
              "erp-key-differs",
              "key",
              asked,
              "value",
              found,
              "column",
              port.type().key(),
              "port",
              port.name(),
              "file",
              port.file()));
    }
  }

  /**
   * Returns the document of the rows of one key, in their order.
   *
   * @throws ProblemException if a value breaks the port's contract
   */
  public Map<String, Object> document(List<Map<String, Object>> rows) {
    String key = key(rows.get(0));
    Set<Problem> found = new LinkedHashSet<>();
    Map<String, Object> document = idle(key, rows.get(0), found);
    if (!document.isEmpty()) {
      warnings.read(port.file(), key, Set.of());
      return document;
    }
    ExtraColumns extra = new ExtraColumns(port, paths);
    Set<Problem> wrong = new LinkedHashSet<>();
    for (Map<String, Object> row : rows) {
      Map<String, Map<String, Object>> nested = new LinkedHashMap<>();
      Set<String> nameless = new LinkedHashSet<>();
      for (PortColumn column : port.type().columns().values()) {
        int dot = column.name().indexOf('.');
        if (dot < 0 && row == rows.get(0)) {
          put(document, column.name(), readOn(key, column, row, found, wrong));
        } else if (dot < 0) {
          sameAsBefore(key, column.name(), rows.get(0), row);
        } else if (dot > 0 && hasNested(row, column.name().substring(0, dot + 1))) {
          String list = column.name().substring(0, dot);
          if (nameless.contains(list)
              || isNameless(key, list, column, nested.containsKey(list), row, wrong)) {
            nameless.add(list);
            continue;
          }
          put(
              nested.computeIfAbsent(list, name -> new LinkedHashMap<>()),
              column.name().substring(dot + 1),
              readOn(key, column, row, found, wrong));
        }
      }
      nested.forEach((list, element) -> append(document, list, element));
      extra.ofWhole(row).forEach(column -> sameAsBefore(key, column, rows.get(0), row));
      extra.add(row, row == rows.get(0), column -> value(key, column, row, found));
    }
    if (!wrong.isEmpty()) {
      document.put(Columns.PROBLEMS, List.copyOf(wrong));
    }
    if (!extra.found().isEmpty()) {
      document.put("extra", new ExtraFields(extra.found()));
    }
    warnings.read(port.file(), key, found);
    return document;
  }

  /** Returns the key and the flag that says that nothing else matters; empty if all does. */
  private Map<String, Object> idle(String key, Map<String, Object> row, Set<Problem> found) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (PortColumn column : port.type().columns().values()) {
      Boolean idle = port.type().idle().get(column.name());
      if (idle != null && idle.equals(value(key, column, row, found))) {
        document.put(port.type().key(), key);
        document.put(column.name(), idle);
      }
    }
    return document;
  }

  /** Where there is stock to tell, it does not wait for the other columns: a wrong one is named. */
  private @Nullable Object readOn(
      String key,
      PortColumn column,
      Map<String, Object> row,
      Set<Problem> found,
      Set<Problem> wrong) {
    try {
      return value(key, column, row, found);
    } catch (ProblemException e) {
      boolean names = column.name().equals(port.type().key()) || column.type() == ColumnType.FLAG;
      if (names || !port.type().hasStock()) {
        throw e;
      }
      wrong.add(e.problem());
      return null;
    }
  }

  private @Nullable Object value(
      String key, PortColumn column, Map<String, Object> row, Set<Problem> found) {
    Object raw =
        row.containsKey(column.name()) ? row.get(column.name()) : constants.get(column.name());
    Place place = new Place(key, column.name(), port.file(), found::add);
    return columns.read(place, column, raw, row);
  }

  /** The first column of a list names its element; a row without that name has none to read. */
  private boolean isNameless(
      String key,
      String list,
      PortColumn column,
      boolean named,
      Map<String, Object> row,
      Set<Problem> wrong) {
    if (named || !column.required() || row.get(column.name()) != null) {
      return false;
    }
    Problem problem =
        Problem.of(
            "erp-list-empty",
            "key",
            key,
            "list",
            list,
            "column",
            column.name(),
            "file",
            port.file());
    if (!port.type().hasStock()) {
      throw new ProblemException(problem);
    }
    wrong.add(problem);
    return true;
  }

  /** Two records with one key must not be folded into one that is neither. */
  private void sameAsBefore(
      String key, String column, Map<String, Object> first, Map<String, Object> row) {
    if (!Objects.deepEquals(first.get(column), row.get(column))) {
      throw new ProblemException(
          Problem.of("erp-key-twice", "key", key, "column", column, "file", port.file()));
    }
  }

  /** An outer join without a partner gives a row whose nested columns are all NULL. */
  private static boolean hasNested(Map<String, Object> row, String prefix) {
    return row.entrySet().stream()
        .anyMatch(entry -> entry.getKey().startsWith(prefix) && entry.getValue() != null);
  }

  private static void put(Map<String, Object> into, String name, @Nullable Object value) {
    if (value != null) {
      into.put(name, value);
    }
  }

  @SuppressWarnings("unchecked")
  private static void append(
      Map<String, Object> document, String list, Map<String, Object> element) {
    ((List<Map<String, Object>>) document.computeIfAbsent(list, name -> new ArrayList<>()))
        .add(element);
  }

  /** Returns what is wrong with the aliases a statement returns. */
  public List<Problem> aliasProblems(Set<String> aliases) {
    List<Problem> problems = new ArrayList<>();
    Set<String> known = port.type().columns().keySet();
    for (PortColumn column : port.type().columns().values()) {
      if (column.required()
          && !aliases.contains(column.name())
          && !constants.containsKey(column.name())) {
        problems.add(problem("erp-column-missing", column.name(), aliases));
      }
    }
    Set<String> helpers = helperColumns();
    helpers.stream()
        .filter(helper -> !aliases.contains(helper))
        .forEach(helper -> problems.add(problem("erp-column-missing", helper, aliases)));
    ExtraColumns extra = new ExtraColumns(port, paths);
    for (String alias : aliases) {
      if (ExtraColumns.isExtra(alias)) {
        if (extra.isNowhere(alias)) {
          problems.add(problem("erp-extra-not-allowed", alias, known));
        }
      } else if (!known.contains(alias) && !helpers.contains(alias)) {
        problems.add(problem("erp-column-unknown", alias, known));
      }
    }
    return problems;
  }

  private Set<String> helperColumns() {
    Set<String> helpers = new LinkedHashSet<>();
    for (ColumnRule rule : port.rules().values()) {
      String names = rule.namesFrom();
      if (names != null) {
        helpers.add(names);
      }
      helpers.addAll(rule.stock().minus());
    }
    return helpers;
  }

  private Problem problem(String code, String column, Set<String> candidates) {
    List<String> nearest = Nearest.of(column, candidates);
    return Problem.of(
        code,
        "file",
        port.file(),
        "column",
        column,
        "port",
        port.name(),
        "nearest",
        nearest.isEmpty() ? "-" : String.join(", ", nearest));
  }
}
