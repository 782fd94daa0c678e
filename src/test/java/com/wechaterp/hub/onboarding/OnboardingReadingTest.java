package com.wechaterp.hub.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.onboarding.OnboardingFacts.Register;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OnboardingReadingTest {

  private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
  private static final int NOT_JOINED = 1040003;

  private final HikariDataSource database = HubDatabase.h2();
  private final Erp erp = mock(Erp.class);
  private final Categories categories = mock(Categories.class);

  @AfterEach
  void close() {
    database.close();
  }

  private OnboardingFacts facts(WeChat wechat, Duration later) {
    JdbcClient jdbc = JdbcClient.create(database);
    OnboardingSettings settings =
        new OnboardingSettings(
            "",
            null,
            List.of(0),
            "",
            "",
            "",
            new OnboardingSettings.ReturnAddress("", "", "", "", "", ""));
    return new OnboardingReading(
            wechat,
            categories,
            new CatalogueCounts(jdbc, erp),
            proofs(),
            mock(WxPayForm.class),
            settings,
            Clock.fixed(NOW.plus(later), ZoneOffset.UTC))
        .facts("main");
  }

  private Proofs proofs() {
    return new Proofs(JdbcClient.create(database), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Answers as WeChat does to an account that has not joined. */
  private static Map<String, Object> stranger(String account, String operation, Map<String, ?> of) {
    throw new WeChatException(
        Problem.of("wechat-unreachable", "operation", operation, "error", NOT_JOINED),
        ErrorCategory.PERMANENT,
        operation,
        NOT_JOINED,
        false,
        null);
  }

  private Register register(Duration later) {
    return facts(OnboardingReadingTest::stranger, later).register();
  }

  @Test
  void offersToApplyAgainAfterAnApplicationThatFailed() {
    proofs().record("main", OnboardingStep.APPLY, OnboardingReading.APPLIED, "errcode -1");

    assertThat(register(Duration.ofMinutes(1))).isEqualTo(Register.NONE);
  }

  @Test
  void waitsADayForTheAgreementAndThenOffersToApplyAgain() {
    proofs().record("main", OnboardingStep.APPLY, OnboardingReading.APPLIED, Proof.OK);

    assertThat(register(Duration.ofHours(23))).isEqualTo(Register.APPLIED);
    assertThat(register(Duration.ofHours(25))).isEqualTo(Register.NONE);
  }

  /** Answers as WeChat does to an account with two scenes, only the hub's own one approved. */
  private static Map<String, Object> joined(String account, String operation, Map<String, ?> of) {
    return operation.equals("shop/register/check")
        ? Map.of(
            "data",
            Map.of(
                "status",
                2,
                "scene_group_list",
                List.of(Map.of("group_id", 3, "status", 2), Map.of("group_id", 1, "status", 1))))
        : Map.of();
  }

  @Test
  void looksAtTheSceneItAppliesForWhereverItStands() {
    assertThat(facts(OnboardingReadingTest::joined, Duration.ZERO).scene()).isEqualTo(1);
  }

  @Test
  void countsWhatTheErpHasOnSaleAndHowMuchOfItWeChatHas() {
    when(erp.has("products")).thenReturn(true);
    when(categories.opened("main")).thenReturn(Set.of("7411"));
    doAnswer(
        call -> {
          Consumer<Map<String, Object>> each = call.getArgument(1);
          List.of("P1", "P2", "P3").forEach(id -> each.accept(product(id, true)));
          each.accept(product("P4", false));
          return null;
        })
        .when(erp)
        .stream(eq("products"), any(), any());
    link("P1", "1001");
    link("P2", "");
    link("P4", "1004");

    OnboardingFacts facts = facts(OnboardingReadingTest::joined, Duration.ZERO);

    assertThat(facts.onSale()).isEqualTo(3);
    assertThat(facts.sent()).isEqualTo(1);
    assertThat(facts.products()).isEqualTo(2);
  }

  private static Map<String, Object> product(String id, boolean onSale) {
    return Map.of("out_product_id", id, "third_cat_id", "7411", "on_sale", onSale);
  }

  private void link(String id, String productId) {
    JdbcClient.create(database)
        .sql(
            """
            INSERT INTO product_link (account, out_product_id, product_id, edit_status, sale_status,
              deleted, sent, rejected, path, figures, online_skus, reason, version)
            VALUES ('main', ?, ?, 4, 5, FALSE, '', '', '', '', '', '', 1)""")
        .params(id, productId)
        .update();
  }

  @Test
  void forgetsATestOrderThatNobodyPaidInTime() {
    proofs().record("main", OnboardingStep.EC_ORDER, OnboardingReading.BEGUN, "HUBTEST1");

    assertThat(facts(OnboardingReadingTest::stranger, Duration.ofMinutes(10)).begun())
        .containsEntry(OnboardingStep.EC_ORDER, "HUBTEST1");
    assertThat(facts(OnboardingReadingTest::stranger, Duration.ofHours(3)).begun()).isEmpty();
  }
}
