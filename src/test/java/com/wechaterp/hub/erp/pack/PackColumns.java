package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of the port products, read by the rules of a pack made for one test. */
final class PackColumns {

  private final Path folder;

  /** What the hub left out. */
  final List<Problem> warnings = new ArrayList<>();

  PackColumns(Path folder) {
    this.folder = folder;
  }

  /** Reads one value as a column with a rule does, {@code others} being the rest of its row. */
  @Nullable Object read(String column, String rule, Object value, Map<String, Object> others)
      throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"),
        "ports: {products: {columns: {" + column + ": " + rule + "}}}");
    Files.writeString(folder.resolve("products.sql"), "SELECT 1 FROM g WHERE :keys(g.id)");
    Pack pack = PackReader.read(folder, text -> text);
    Map<String, Object> row = new LinkedHashMap<>(others);
    row.put(column, value);
    return new ColumnReader(pack, pack.require("products"))
        .read(
            new Place("55", column, "mine/products.sql", warnings::add),
            PortType.require("products").columns().get(column),
            value,
            row);
  }
}
