package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that read or lock a whole table, before they do. */
class IndexCheckIT extends ErpThings {

  @BeforeEach
  void fill() throws IOException {
    jdbc.execute("CREATE TABLE shelf (name VARCHAR(20), place VARCHAR(20))");
    jdbc.execute("INSERT INTO shelf VALUES ('A', 'left')");
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      rows.add(new Object[] {"U%05d".formatted(i)});
    }
    jdbc.batchUpdate("INSERT INTO thing (no, title, state) VALUES (?, 'Thing', 0)", rows);
    jdbc.execute("ANALYZE TABLE thing");
    Files.writeString(
        folder.resolve("products.sql"),
        """
        SELECT g.no AS `out_product_id`, s.place AS `title`
        FROM thing AS g LEFT JOIN shelf s ON s.name = 'A'
        WHERE :keys(g.no) ORDER BY g.no""");
    Files.writeString(
        folder.resolve("order-closed.sql"),
        """
        UPDATE thing SET state = :status WHERE no = :out_order_id;
        INSERT INTO shelf (name, place) VALUES (:out_order_id, 'closed');
        UPDATE thing SET state = :status WHERE id = 1 AND no = :out_order_id;
        """);
  }

  private List<String> problems() {
    PackFolder pack = new PackFolder(Path.of("."), folder.toString(), text -> text);
    return new IndexCheck(pack::pack, database)
        .problems().stream().map(problem -> problem.sentence(Language.EN)).toList();
  }

  @Test
  void namesTheTableAndTheColumnOfEachStatementThatHasNoIndex() {
    assertThat(problems())
        .hasSize(2)
        .anySatisfy(
            reads ->
                assertThat(reads)
                    .contains("products.sql reads all of thing", "INDEX hub_1 ON thing (no)"))
        .anySatisfy(
            locks ->
                assertThat(locks)
                    .contains("order-closed.sql reads and locks all of thing", "thing (no)"));
  }

  @Test
  void findsNothingOnceTheIndexIsThere() {
    jdbc.execute("CREATE INDEX hub_1 ON thing (no)");

    assertThat(problems()).isEmpty();
  }

  @Test
  void namesALookForChangesWithoutAnIndexOnItsTime() throws IOException {
    jdbc.execute("ALTER TABLE thing ADD COLUMN upd DATETIME DEFAULT NOW(), ADD INDEX hub_1 (no)");
    Files.writeString(
        folder.resolve("pack.yaml"),
        "ports: {products: {changes: {by: time, sql: products-changed.sql}}}");
    Files.writeString(
        folder.resolve("products-changed.sql"),
        """
        SELECT g.no AS changed_key, g.upd AS changed_at FROM thing g
        WHERE g.upd > :since OR (g.upd = :since AND g.no > :since_key)
        ORDER BY g.upd, g.no LIMIT :limit""");
    assertThat(problems()).singleElement().asString().contains("products-changed.sql", "upd");

    jdbc.execute("CREATE INDEX hub_2 ON thing (upd, no)");

    assertThat(problems()).isEmpty();
  }
}
