package com.wechaterp.hub.category;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.wechat.WeChat;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CategoriesTest {

  private static final Map<String, Object> NUTS =
      Map.of(
          "first_cat_id", 7400,
          "first_cat_name", "食品",
          "second_cat_id", 7410,
          "second_cat_name", "零食",
          "third_cat_id", "7411",
          "third_cat_name", "坚果炒货",
          "qualification_type", 1,
          "qualification", "《食品经营许可证》");

  private final HikariDataSource database = HubDatabase.h2();
  private final List<String> asked = new ArrayList<>();
  private final WeChat wechat =
      (account, operation, body) -> {
        asked.add(operation);
        return operation.equals("shop/cat/get")
            ? Map.of("third_cat_list", List.of(NUTS))
            : Map.of("data", List.of(Map.of("third_cat_id", 7411, "brand_id", 2101)));
      };

  private Instant now = Instant.parse("2026-11-25T00:00:00Z");

  @AfterEach
  void close() {
    database.close();
  }

  /** Each call is a node of its own: nothing is remembered but what the database has. */
  private Categories node() {
    return new Categories(JdbcClient.create(database), wechat, clock());
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneId.of("UTC");
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  @Test
  void asksForTheTreeOnceADayWhateverTheNumberOfNodes() {
    Categories first = node();
    first.tree("main");
    first.tree("main");
    node().tree("main");
    assertThat(asked).containsExactly("shop/cat/get");

    now = now.plus(Duration.ofHours(25));
    first.tree("main");
    node().tree("main");
    assertThat(asked).hasSize(2);
  }

  @Test
  void tellsWhatACategoryAsksFor() {
    Category nuts = node().tree("main").category("7411").orElseThrow();

    assertThat(nuts.name()).isEqualTo("食品 / 零食 / 坚果炒货");
    assertThat(nuts.qualification()).isEqualTo(Requirement.MANDATORY);
    assertThat(nuts.productQualification()).isEqualTo(Requirement.NOT_NEEDED);
  }

  @Test
  void namesWhatWasProbablyMeant() {
    CategoryTree tree = node().tree("main");

    assertThat(tree.category("7410")).isEmpty();
    assertThat(tree.aboveLeaves("7410")).contains("零食");
    assertThat(tree.nearest("7410")).containsExactly("7411 食品 / 零食 / 坚果炒货");
    assertThat(tree.nearest("坚果")).containsExactly("7411 食品 / 零食 / 坚果炒货");
    assertThat(tree.nearest("7412")).containsExactly("7411 食品 / 零食 / 坚果炒货");
    assertThat(tree.nearest("童装")).isEmpty();
  }

  @Test
  void givesTheTreeAtHandWithoutAsking() {
    Categories categories = node();
    assertThat(categories.treeAtHand("main")).isEmpty();
    assertThat(asked).isEmpty();

    categories.tree("main");
    now = now.plus(Duration.ofDays(9));
    assertThat(node().treeAtHand("main")).isPresent();
    assertThat(asked).hasSize(1);
  }

  @Test
  void asksAgainForWhatIsOpenAfterAnAudit() {
    Categories categories = node();
    assertThat(categories.opened("main")).containsExactly("7411");
    assertThat(categories.brands("main")).containsExactly("2101");
    categories.opened("main");
    assertThat(asked).hasSize(2);

    categories.forget("main");
    categories.opened("main");
    assertThat(asked).hasSize(3);
  }
}
