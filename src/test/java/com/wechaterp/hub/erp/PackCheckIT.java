package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.DemoTables;
import com.wechaterp.hub.testing.MariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo pack on its own tables, with one thing wrong at a time, and the ERP's failures. */
class PackCheckIT {

  private static final Path DEMO = Path.of("config/erp/demo");

  @TempDir Path folder;
  private final String url = MariaDb.createDatabase("check");
  private final ErpDatabase database = database(url, "root", "");

  @BeforeEach
  void load() throws IOException {
    DemoTables.create(url, "root");
    try (var files = Files.list(DEMO)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void findsNothingWrongWithTheDemoPackAndWritesNothing() throws SQLException {
    assertThat(problems(database)).isEmpty();
    try (Connection connection = DriverManager.getConnection(url, "root", "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM wx_goods")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void namesTheFileAndTheColumnOfAReadingStatement() throws IOException {
    replace("products.sql", "g.goods_name ", "g.goods_title ");

    assertThat(problems(database))
        .singleElement()
        .asString()
        .contains("products.sql:" + line("products.sql", "goods_title"), "goods_title", "'doctor'");
  }

  @Test
  void namesTheFileOfAStatementThatFindsChanges() throws IOException {
    replace("products-changed.sql", "AS changed_at", "AS changed");

    assertThat(problems(database))
        .singleElement()
        .asString()
        .contains("products-changed.sql", "changed_at");
  }

  @Test
  void namesTheFileAndTheColumnOfAWritingStatement() throws IOException {
    replace("product-state.sql", "wx_reason, upd_time)", "wx_why, upd_time)");

    assertThat(problems(database))
        .singleElement()
        .asString()
        .contains("product-state.sql:" + line("product-state.sql", "wx_why"), "wx_why");
  }

  @Test
  void namesAValueThatTheWritingPortDoesNotHave() throws IOException {
    replace("product-state.sql", ":reject_reason", ":rejected_because");

    assertThat(problems(database))
        .singleElement()
        .asString()
        .contains("product-state.sql", "rejected_because");
  }

  @Test
  void saysThatTheErpCannotBeReachedOrRefusesThePasswordWithoutShowingIt() {
    try (ErpDatabase away =
        database("jdbc:mysql://127.0.0.1:1/erp?password=hidden", "root", "hidden")) {
      assertThat(problems(away))
          .isNotEmpty()
          .allSatisfy(each -> assertThat(each).contains("127.0.0.1:1").doesNotContain("hidden"));
    }
  }

  private List<String> problems(ErpDatabase erp) {
    PackFolder pack = new PackFolder(Path.of("."), folder.toString(), text -> text);
    return new PackCheck(pack::pack, erp)
        .problems().stream().map((Problem each) -> each.sentence(Language.EN)).toList();
  }

  private void replace(String file, String what, String with) throws IOException {
    String before = Files.readString(folder.resolve(file));
    String after = before.replace(what, with);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(folder.resolve(file), after);
  }

  private int line(String file, String word) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    return 1
        + lines.indexOf(lines.stream().filter(l -> l.contains(word)).findFirst().orElseThrow());
  }

  private static ErpDatabase database(String url, String user, String password) {
    return new ErpDatabase(
        new ErpProperties("demo", url, user, password, 4, Duration.ofSeconds(10)));
  }
}
