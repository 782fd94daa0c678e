package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that cannot even be opened, because its settings are wrong. */
class ErpDatabaseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "jdbc:mysq://shop:s3cret@erp:3306/shop?password=s3cret", "erp:3306/shop"})
  void asksTheFlowsToWaitWhereTheUrlIsWrongAndShowsNoPassword(String url) {
    ErpException failure = failure(url, 4);

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.PACK);
    assertThat(failure.problem().sentence(Language.EN)).contains("hub.erp.url");
    for (Throwable each = failure; each != null; each = each.getCause()) {
      assertThat(each.toString()).doesNotContain("s3cret");
    }
  }

  @Test
  void namesTheAddressAndTheReason() {
    assertThat(failure("jdbc:mysq://shop:s3cret@erp:3306/shop?ssl=on", 4).problem())
        .extracting(problem -> problem.sentence(Language.ZH))
        .asString()
        .startsWith("无法用 hub.erp.url“jdbc:mysq://erp:3306/shop”打开 ERP 数据库：")
        .contains("No suitable driver");
  }

  @Test
  void asksTheFlowsToWaitWhereAnotherSettingIsWrong() {
    assertThat(failure("jdbc:h2:mem:never", 0).kind()).isEqualTo(ErpException.Kind.PACK);
  }

  @Test
  void tellsAWrongUrlOnceHoweverManyFilesMeetIt() {
    ErpProperties wrong =
        new ErpProperties("demo", "erp:3306/shop", "shop", "", 4, Duration.ofSeconds(5));
    PackFolder pack = new PackFolder(Path.of("."), "config/erp/demo", text -> text);
    try (ErpDatabase database = new ErpDatabase(wrong)) {
      for (String file : List.of("products.sql", "stock.sql")) {
        catchThrowableOfType(
            ErpException.class,
            () -> database.run(file, () -> database.template().queryForList("SELECT 1", Map.of())));
      }

      assertThat(database.problems()).hasSize(1);
      assertThat(new PackCheck(pack::pack, database).problems())
          .extracting(Problem::code)
          .containsExactly("erp-settings-wrong");
    }
  }

  private static ErpException failure(String url, int poolSize) {
    ErpProperties properties =
        new ErpProperties("mine", url, "shop", "s3cret", poolSize, Duration.ofSeconds(5));
    try (ErpDatabase database = new ErpDatabase(properties)) {
      ErpException failure =
          catchThrowableOfType(
              ErpException.class,
              () ->
                  database.run(
                      "mine/products.sql",
                      () -> database.template().queryForList("SELECT 1", Map.of())));
      assertThat(database.problems()).extracting(Problem::code).contains("erp-settings-wrong");
      return failure;
    }
  }
}
