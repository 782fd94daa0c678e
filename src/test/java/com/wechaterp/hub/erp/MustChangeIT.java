package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A write that changes no row, where that cannot be right. */
class MustChangeIT extends ErpThings {

  private static final String TWO =
      """
      UPDATE thing SET state = :status WHERE no = :out_order_id;
      UPDATE thing SET title = 'closed' WHERE no = CONCAT(:out_order_id, '-line');
      """;

  private void pack(String port) throws IOException {
    Files.writeString(folder.resolve("pack.yaml"), "ports:\n  " + port + "\n");
    erp = erp();
  }

  private int state(String no) {
    Integer state = jdbc.queryForObject("SELECT state FROM thing WHERE no = ?", Integer.class, no);
    return state == null ? -1 : state;
  }

  @Test
  void countsAsDoneWhereNothingIsSaid() {
    assertThat(close("T9")).isZero();
  }

  @Test
  void holdsTheKeyWhoseRowIsNotThere() throws IOException {
    pack("order-closed: {must-change: true}");

    ErpException failure = failure(() -> close("T9"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(failure.problem().sentence(Language.EN))
        .startsWith("Port order-closed changed no row for T9: statement 1 of ")
        .contains("order-closed.sql", "must-change: false");
    assertThat(close("T1")).isEqualTo(1);
  }

  @Test
  void takesARowThatSaysSoAlreadyForARow() throws IOException {
    pack("order-closed: {must-change: true}");
    close("T1");

    assertThat(close("T1")).isEqualTo(1);
  }

  @Test
  void takesTheFirstStatementBackWhereTheSecondChangesNothing() throws IOException {
    Files.writeString(folder.resolve("order-closed.sql"), TWO);
    pack("order-closed: {must-change: [2]}");

    assertThat(failure(() -> close("T1")).problem().facts()).containsEntry("statement", "2");
    assertThat(state("T1")).isZero();
  }

  @Test
  void isWhatAnAfterSaleNeedsUnlessThePackSaysOtherwise() throws IOException {
    Files.writeString(
        folder.resolve("aftersale.sql"),
        "UPDATE thing SET state = :status WHERE no = :out_order_id");
    pack("aftersale: {}");
    Map<String, Object> known = Map.of("aftersale_id", "77", "out_order_id", "T9", "status", 4L);

    assertThat(failure(() -> erp.write("aftersale", known)).problem().code())
        .isEqualTo("erp-write-changed-nothing");

    pack("aftersale: {must-change: false}");
    assertThat(erp.write("aftersale", known)).isZero();
  }
}
