package com.wechaterp.hub.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every database must make of WeChat's lists of categories and brands. */
abstract class CategoriesContract {

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

  private final HikariDataSource database = database();
  private final List<String> asked = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final WorkList work = Mockito.mock(WorkList.class);
  private Runnable meanwhile = () -> {};
  private @Nullable WeChatException fails;
  private final WeChat wechat =
      (account, operation, body) -> {
        asked.add(operation);
        meanwhile.run();
        if (fails != null) {
          throw fails;
        }
        return operation.equals("shop/cat/get")
            ? Map.of("third_cat_list", List.of(NUTS))
            : Map.of("data", List.of(Map.of("third_cat_id", 7411, "brand_id", 2101)));
      };

  private Instant now = Instant.parse("2026-11-25T00:00:00Z");

  abstract HikariDataSource database();

  @AfterEach
  void close() {
    database.close();
  }

  /** Each call is a node of its own: nothing is remembered but what the database has. */
  private Categories node() {
    KeptAnswers answers =
        new KeptAnswers(JdbcClient.create(database), wechat, clock(), changed::add, Language.EN);
    return new Categories(answers, work, Language.EN, "main");
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
    assertThat(categories.assortmentAtHand("main").tree()).isEmpty();
    assertThat(asked).isEmpty();

    categories.tree("main");
    now = now.plus(Duration.ofDays(9));
    assertThat(node().assortmentAtHand("main").tree()).isPresent();
    assertThat(asked).hasSize(1);
  }

  @Test
  void readsEachListOnceForAllProductsOfARun() {
    Assortment run = node().assortment("main");

    assertThat(run.tree().orElseThrow()).isSameAs(run.tree().orElseThrow());
    assertThat(run.opened().orElseThrow()).isSameAs(run.opened().orElseThrow());
    assertThat(run.brands().orElseThrow()).isSameAs(run.brands().orElseThrow());
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

  @Test
  void asksForWhatIsOpenOnceForAllNodes() {
    node().opened("main");
    node().opened("main");

    assertThat(asked).containsExactly("shop/account/get_category_list");
  }

  @Test
  void keepsTheOldTreeWhileWeChatDoesNotGiveANewOne() {
    node().tree("main");
    now = now.plus(Duration.ofHours(25));
    fails = failure("shop/cat/get", -1, ErrorCategory.RETRY, false);

    assertThat(node().tree("main").category("7411")).isPresent();
    node().tree("main");

    assertThat(asked).hasSize(2);
  }

  @Test
  void asksNoMoreThanOnceADayIfWeChatDidNotAnswer() {
    fails = failure("shop/cat/get", 0, ErrorCategory.OUTAGE, true);
    assertThatThrownBy(() -> node().tree("main")).isInstanceOf(WeChatException.class);
    fails = null;
    now = now.plus(Duration.ofHours(23));

    HoldException held = catchThrowableOfType(HoldException.class, () -> node().tree("main"));

    assertThat(held.hold().until()).isEqualTo(now.plus(Duration.ofHours(1)));
    assertThat(asked).hasSize(1);
  }

  @Test
  void doesNotCountAnAskThatNeverReachedWeChat() {
    fails = failure("cgi-bin/stable_token", 40001, ErrorCategory.CONFIG, false);
    assertThatThrownBy(() -> node().tree("main")).isInstanceOf(WeChatException.class);
    fails = null;

    assertThat(node().tree("main").category("7411")).isPresent();
  }

  @Test
  void knowsNothingAgainstProductsIfWeChatRefusesItsLists() {
    fails = failure("shop/cat/get", 45009, ErrorCategory.LIMIT, false);

    assertThat(node().assortment("main").tree()).isEmpty();
    assertThat(node().assortment("main").tree()).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void letsOthersWaitShortlyWhileANodeAsks() {
    List<HoldException> waited = new ArrayList<>();
    meanwhile =
        () ->
            waited.add(
                catchThrowableOfType(HoldException.class, () -> node().assortment("main").tree()));

    node().tree("main");

    assertThat(waited)
        .singleElement()
        .extracting(held -> held.hold().until())
        .isEqualTo(now.plusSeconds(5));
    assertThat(asked).hasSize(1);
  }

  @Test
  void tellsWhenAnAnswerIsNotWhatItWas() {
    node().tree("main");
    assertThat(changed).containsExactly("main");

    now = now.plus(Duration.ofHours(25));
    node().tree("main");
    assertThat(changed).hasSize(1);
  }

  @Test
  void asksForTheMainAccountBeforeAnyoneNeedsIt() {
    node().refresh();

    assertThat(asked)
        .containsExactly(
            "shop/cat/get", "shop/account/get_category_list", "shop/account/get_brand_list");
    assertThat(node().assortmentAtHand("main").tree()).isPresent();
  }

  @Test
  void refreshesWhatIsOpenSoonerWhileProductsWaitForIt() {
    Categories categories = node();
    categories.opened("main");
    categories.refresh();
    now = now.plus(Duration.ofMinutes(30));
    asked.clear();

    categories.refresh();
    assertThat(asked).isEmpty();

    Mockito.when(work.waitingFor(Release.CONFIG_CHANGE, "main")).thenReturn(1);
    categories.refresh();
    assertThat(asked)
        .containsExactly("shop/account/get_category_list", "shop/account/get_brand_list");
  }

  private static WeChatException failure(
      String operation, int code, ErrorCategory category, boolean unknown) {
    return new WeChatException(
        Problem.of("wechat-unreachable", "operation", operation, "error", code),
        category,
        operation,
        code,
        unknown,
        null);
  }
}
