package com.wechaterp.hub.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.category.CategoriesOf;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.image.ImageException;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.link.QualificationStatus;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.ShippedRoute;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The delivered route {@code qualifications-push}. */
class QualificationPushTest {

  private static final Qualification FOOD = QualificationsOf.food(null);

  @TempDir Path home;

  private final HikariDataSource database = HubDatabase.h2();
  private final QualificationLinks links = LinksOf.qualifications(database);
  private final AuditingWeChat wechat = new AuditingWeChat();
  private final WorkList work = mock(WorkList.class);
  private final Timeline timeline = mock(Timeline.class);
  private final StaticListableBeanFactory erp = new StaticListableBeanFactory();
  private @Nullable String brokenPicture;

  @AfterEach
  void close() {
    database.close();
  }

  private QualificationFlow flow() {
    QualificationFolder folder = new QualificationFolder(home, Language.EN);
    QualificationState state =
        new QualificationState(
            links,
            wechat,
            CategoriesOf.database(database, wechat),
            new StaticListableBeanFactory().getBeanProvider(Erp.class),
            work,
            timeline);
    return new QualificationFlow(
        folder,
        links,
        state,
        new QualificationOwners(folder, links, work, "main"),
        CategoriesOf.database(database, wechat),
        new Pictures(
            (account, source) -> {
              if (brokenPicture != null) {
                throw new ImageException(brokenPicture, brokenPicture, false);
              }
              return "https://mmecimage.cn/p/1";
            },
            Duration.ofMinutes(2),
            Clock.systemUTC()),
        new PapersNews(links, erp.getBeanProvider(Erp.class), work),
        timeline,
        Clock.systemUTC());
  }

  private @Nullable HoldException push(@Nullable Qualification wanted, String key) {
    return catchThrowableOfType(HoldException.class, () -> run(wanted, key));
  }

  private void run(@Nullable Qualification wanted, String key) {
    try (ShippedRoute route =
        new ShippedRoute(
            "qualifications.camel.yaml",
            "qualifications-push",
            wechat,
            Map.of("qualificationFlow", flow()),
            List.of(new AuditTransformer()))) {
      route.send(key, wanted);
    }
  }

  @Test
  void hasTheProductsLookedAtOnceForEachVersionOfTheirCertificate() {
    Qualification mats = QualificationsOf.papers("mats", List.of("G1", "G2"), "", null);

    assertThat(push(mats, "mats")).isNull();
    push(mats, "mats");

    verify(work)
        .markAll(eq("products"), eq("main"), eq(List.of("G1", "G2")), anyInt(), anyString());
    assertThat(wechat.submitted).isEmpty();
  }

  @Test
  void hasAllProductsLookedAtWhoseCategoryHasANewCertificate() {
    Erp merchant = mock(Erp.class);
    when(merchant.has("products")).thenReturn(true);
    erp.addBean("erp", merchant);

    push(QualificationsOf.papers("mats", List.of(), "6493", null), "mats");

    verify(merchant).markAll("products", "products", "main");
  }

  @Test
  void submitsOnceAndWaitsForTheAudit() {
    assertThat(push(FOOD, "food").hold().release()).isEqualTo(Release.AUDIT);
    push(FOOD, "food");

    assertThat(wechat.submitted).hasSize(1);
    assertThat(wechat.submitted.get(0).toString()).contains("level1=7400", "level3=7411");
    assertThat(links.of("main", "food").auditId()).isEqualTo("T1");
  }

  @Test
  void letsProductsGoOnOnceItIsApproved() {
    push(FOOD, "food");
    wechat.decides(1, "");

    assertThat(push(FOOD, "food")).isNull();

    assertThat(links.of("main", "food").status()).isEqualTo(QualificationStatus.APPROVED);
    verify(work).release(eq(Release.CONFIG_CHANGE), eq("main"), anyInt());
  }

  @Test
  void holdsWithWeChatsReasonOnceItIsRejected() {
    push(FOOD, "food");
    wechat.decides(9, "执照不清晰");

    assertThat(push(FOOD, "food")).hasMessageContaining("执照不清晰");
    push(FOOD, "food");

    assertThat(wechat.submitted).hasSize(1);
  }

  @Test
  void takesAnAnswerThatItIsApprovedAlreadyAsApproval() {
    wechat.refuses(1050003);

    assertThat(push(FOOD, "food")).isNull();

    assertThat(links.of("main", "food").status()).isEqualTo(QualificationStatus.APPROVED);
  }

  @Test
  void looksAtTheOwnerOfATicketAnEventNames() {
    push(FOOD, "food");

    assertThat(push(null, "T1")).isNull();

    verify(work).mark(eq(new WorkKey("qualifications", "main", "food")), anyInt(), any());
  }

  @Test
  void looksAtAllInAuditWhenAnEventNamesNoTicket() {
    push(FOOD, "food");

    assertThat(push(null, "1764000000")).isNull();

    verify(work).mark(eq(new WorkKey("qualifications", "main", "food")), anyInt(), anyString());
  }

  @Test
  void namesThePictureThatCannotBeUsed() {
    brokenPicture = "larger than 2 MB";

    assertThat(push(FOOD, "food")).hasMessageContaining("1.png").hasMessageContaining("2 MB");
    assertThat(wechat.submitted).isEmpty();
  }

  @Test
  void refusesACategoryThatNeedsNoneOrIsNoLeafBeforeWeChatIsAsked() {
    assertThat(push(AuditingWeChat.of("7010"), "a").hold().reason().code())
        .isEqualTo("qualification-not-leaf");
    assertThat(push(AuditingWeChat.of("7011"), "b").hold().reason().code())
        .isEqualTo("qualification-not-needed");
    assertThat(push(AuditingWeChat.of("7412"), "c").hold().reason().facts().get("nearest"))
        .contains("7411");
    assertThat(wechat.submitted).isEmpty();
  }
}
