package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyColumnsTest {

  private static final String REST =
      "o.name receiver_name, o.addr detailed_address, o.tel AS tel_number, o.st AS `action_type`";
  private static final String PAID =
      ", o.p AS prepay_id, o.t AS prepay_time, o.n AS transaction_id, o.pay_time pay_time";

  @TempDir Path folder;

  @Test
  void asksForWhatAnOrderIsHeldForLater() throws IOException {
    List<String> asked = asked("SELECT o.no AS out_order_id FROM o WHERE :keys(o.no)", "");

    assertThat(asked)
        .singleElement()
        .asString()
        .contains("orders.sql", "action_type", "delivery_type", "receiver_name", "prepay_id");
  }

  @Test
  void asksNothingOfPaymentsWhereWeChatTakesThem() throws IOException {
    String sql = "SELECT " + REST + ", 1 AS `delivery_type` FROM o WHERE :keys(o.no)";

    assertThat(asked(sql, "constants: {fund_type: 1}")).isEmpty();
    assertThat(asked(sql, "constants: {fund_type: 0}"))
        .singleElement()
        .asString()
        .contains("prepay_id, prepay_time, transaction_id, pay_time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT %s, o.delivery_type FROM o WHERE o.delivery_type > 0 AND :keys(o.no)",
        "SELECT %s FROM o WHERE o.delivery_type > 0 AND :keys(o.no) -- delivery_type is missing"
      })
  void takesNoColumnThatIsOnlyComparedForOneThatIsReturned(String sql) throws IOException {
    assertThat(asked(sql.formatted(REST + PAID), ""))
        .singleElement()
        .asString()
        .contains("returns no delivery_type.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constants: {delivery_type: 1}",
        "ports: {orders: {columns: {delivery_type: {default: 1}}}}"
      })
  void takesAConstantOrADefaultForAnAnswer(String yaml) throws IOException {
    String sql = "SELECT " + REST + PAID + " FROM o WHERE :keys(o.no)";

    assertThat(asked(sql, yaml)).isEmpty();
  }

  @Test
  void cannotTellWhatAStarReturns() throws IOException {
    assertThat(asked("SELECT v.* FROM wechat_orders v WHERE :keys(v.no)", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "litemall"})
  void isAnsweredByThePacksThatComeAlong(String pack) {
    Path delivered = Path.of("config/erp", pack);

    assertThat(EarlyColumns.missing(PackReader.read(delivered, text -> text))).isEmpty();
  }

  private List<String> asked(String sql, String yaml) throws IOException {
    Files.writeString(folder.resolve("orders.sql"), sql);
    String ports = yaml.startsWith("ports") ? "" : "ports: {orders: {}}\n";
    Files.writeString(folder.resolve("pack.yaml"), ports + yaml);
    return EarlyColumns.missing(PackReader.read(folder, text -> text)).stream()
        .map(problem -> problem.sentence(Language.EN))
        .toList();
  }
}
