package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.document.ExtraField;
import com.wechaterp.hub.document.ExtraPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a statement that its port does not know and the settings let into bodies: {@code
 * extra.} and the path of the field there.
 */
final class ExtraColumns {

  static final String PREFIX = "extra.";

  /** The columns of a nested row that its element in a body is known by. */
  private static final Set<String> IDS = Set.of("out_product_id", "out_sku_id", "waybill_id");

  private final Port port;
  private final ExtraPaths paths;
  private final List<ExtraField> found = new ArrayList<>();

  ExtraColumns(Port port, ExtraPaths paths) {
    this.port = port;
    this.paths = paths;
  }

  /** Reads a column of a row. */
  @FunctionalInterface
  interface Reader {
    @Nullable Object read(PortColumn column);
  }

  static boolean isExtra(String alias) {
    return alias.startsWith(PREFIX);
  }

  /** Returns whether no operation takes it, so that it would be read for nothing. */
  boolean isNowhere(String alias) {
    return paths.operations(path(alias)).isEmpty();
  }

  /** Returns the columns of a row that belong to the whole. */
  List<String> ofWhole(Map<String, Object> row) {
    return row.keySet().stream().filter(alias -> isExtra(alias) && list(alias).isEmpty()).toList();
  }

  /** Takes what a row gives; what belongs to the whole is taken of the first. */
  void add(Map<String, Object> row, boolean first, Reader reader) {
    for (String alias : row.keySet()) {
      if (!isExtra(alias)) {
        continue;
      }
      Set<String> operations = paths.operations(path(alias));
      Optional<String> list = list(alias);
      if (operations.isEmpty() || list.isEmpty() && !first) {
        continue;
      }
      Object value = reader.read(new PortColumn(alias, ColumnType.EXTRA, false));
      if (value != null) {
        Map<String, String> ids = list.map(name -> ids(name, reader)).orElse(Map.of());
        found.add(new ExtraField(operations, path(alias), ids, value));
      }
    }
  }

  List<ExtraField> found() {
    return found;
  }

  private Map<String, String> ids(String list, Reader reader) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (String id : IDS) {
      PortColumn column = port.type().columns().get(list + "." + id);
      Object value = column == null ? null : reader.read(column);
      if (value != null && !value.toString().isEmpty()) {
        ids.put(id, value.toString());
      }
    }
    return ids;
  }

  /** Returns the list of the port that a path leads through. */
  private Optional<String> list(String alias) {
    List<String> segments = List.of(path(alias).split("\\."));
    return port.type().columns().keySet().stream()
        .filter(column -> column.indexOf('.') > 0)
        .map(column -> column.substring(0, column.indexOf('.')))
        .filter(segments::contains)
        .findFirst();
  }

  private static String path(String alias) {
    return alias.substring(PREFIX.length());
  }
}
