package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which statements of a writing port must change a row, as {@code pack.yaml} says it. */
class MustChangeRuleTest {

  @TempDir Path folder;

  private Pack read(String yaml) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(pack.resolve("pack.yaml"), yaml);
    Files.writeString(
        pack.resolve("products.sql"), "SELECT g.id AS out_product_id FROM g WHERE :keys(g.id)");
    return PackReader.read(pack, text -> text);
  }

  private Port closing(String rule) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(
        pack.resolve("order-closed.sql"),
        "UPDATE o SET st = 'C' WHERE no = :out_order_id;\nUPDATE s SET n = n + 1 WHERE no = 1;\n");
    return read("ports: {order-closed: {" + rule + "}}").require("order-closed");
  }

  @Test
  void knowsWhichStatementsMustChangeARow() throws IOException {
    assertThat(closing("").mustChange(0)).isFalse();
    assertThat(closing("must-change: true").mustChange(0)).isTrue();
    assertThat(closing("must-change: true").mustChange(1)).isFalse();
    assertThat(closing("must-change: [1, 2]").mustChange(1)).isTrue();
    assertThat(closing("must-change: 2").mustChange(0)).isFalse();
    assertThat(closing("must-change: false").mayChangeNothing()).isTrue();
  }

  @Test
  void namesAStatementThatIsNotThereToChangeARow() {
    assertThatThrownBy(() -> closing("must-change: [3]"))
        .hasMessageContaining("pack.yaml:1: ports.order-closed.must-change")
        .hasMessageContaining("'3' is neither true, false nor a statement from 1 to 2");
    assertThatThrownBy(() -> read("ports: {products: {must-change: true}}"))
        .hasMessageContaining("a reading port changes no rows");
  }
}
