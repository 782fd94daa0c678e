package com.wechaterp.hub.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OnboardingReadingTest {

  private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
  private static final int NOT_JOINED = 1040003;

  private final HikariDataSource database = HubDatabase.h2();

  @AfterEach
  void close() {
    database.close();
  }

  private OnboardingFacts facts(WeChat wechat, Duration later) {
    JdbcClient jdbc = JdbcClient.create(database);
    Erp erp = mock(Erp.class);
    OnboardingSettings settings =
        new OnboardingSettings(
            "",
            null,
            List.of(0),
            "",
            "",
            new OnboardingSettings.ReturnAddress("", "", "", "", "", ""));
    return new OnboardingReading(
            wechat,
            mock(Categories.class),
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

  @Test
  void forgetsATestOrderThatNobodyPaidInTime() {
    proofs().record("main", OnboardingStep.EC_ORDER, OnboardingReading.BEGUN, "HUBTEST1");

    assertThat(facts(OnboardingReadingTest::stranger, Duration.ofMinutes(10)).begun())
        .containsEntry(OnboardingStep.EC_ORDER, "HUBTEST1");
    assertThat(facts(OnboardingReadingTest::stranger, Duration.ofHours(3)).begun()).isEmpty();
  }
}
