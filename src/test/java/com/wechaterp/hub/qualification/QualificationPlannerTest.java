package com.wechaterp.hub.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.link.QualificationStatus;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QualificationPlannerTest {

  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
  private static final Qualification FOOD = QualificationsOf.food(null);
  private static final QualificationLink NEW = QualificationLink.unknown("main", "food");
  private static final QualificationLink SENT = NEW.submitted("T1", "f", NOW);

  private static Plan plan(QualificationLink known) {
    return QualificationPlanner.plan(FOOD, "f", known, NOW);
  }

  @Test
  void submitsWhatWeChatHasNeverSeenAndThenWaits() {
    Plan plan = plan(NEW);

    assertThat(plan.calls())
        .extracting(Call::operation)
        .containsExactly("shop/audit/audit_category");
    assertThat(plan.hold().release()).isEqualTo(Release.AUDIT);
  }

  @Test
  void waitsForAnAuditAndLooksAgainByItself() {
    Plan plan = plan(SENT);

    assertThat(plan.calls()).isEmpty();
    assertThat(plan.hold().until()).isAfter(NOW);
  }

  @Test
  void doesNothingAboutWhatIsApproved() {
    assertThat(plan(SENT.decided(QualificationStatus.APPROVED.code(), "", "")))
        .isEqualTo(Plan.nothing());
  }

  @Test
  void submitsARenewedCertificate() {
    QualificationLink before = NEW.submitted("T1", "old", NOW).decided(1, "", "");

    assertThat(plan(before).calls()).hasSize(1);
  }

  @Test
  void holdsARejectedOneWithWeChatsReasonUntilItChanges() {
    Plan plan = plan(SENT.decided(9, "", "图片不清晰"));

    assertThat(plan.calls()).isEmpty();
    assertThat(plan.hold().release()).isEqualTo(Release.ERP_CHANGE);
    assertThat(plan.hold().reason().facts()).containsEntry("reason", "图片不清晰");
    assertThat(plan(NEW.submitted("T1", "old", NOW).decided(9, "", "x")).calls()).hasSize(1);
  }

  @Test
  void holdsAnExpiredCertificateFromTheDayAfter() {
    LocalDate today = LocalDate.of(2026, 11, 25);

    assertThat(QualificationPlanner.plan(QualificationsOf.food(today), "f", NEW, NOW).calls())
        .hasSize(1);
    Plan late = QualificationPlanner.plan(QualificationsOf.food(today.minusDays(1)), "f", NEW, NOW);
    assertThat(late.calls()).isEmpty();
    assertThat(late.hold().reason().code()).isEqualTo("qualification-expired");
  }

  @Test
  void waitsForAnEventBeforeItRepeatsASubmissionWithoutAnswer() {
    assertThat(plan(NEW.begun(NOW.minusSeconds(60))).calls()).isEmpty();
    assertThat(plan(NEW.begun(NOW.minus(Duration.ofHours(1)))).calls()).hasSize(1);
  }

  @Test
  void leavesAStateItDoesNotKnowToAPerson() {
    assertThat(plan(SENT.decided(7, "", "")).hold().release()).isEqualTo(Release.PERSON);
  }
}
