package com.wechaterp.hub.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.aftersale.AfterSaleSettings;
import com.wechaterp.hub.complaint.Complaint.ActionRecord;
import com.wechaterp.hub.complaint.Complaint.Party;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintPlannerTest {

  private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
  private static final Evidence EVIDENCE =
      new Evidence("it was whole when it left", List.of("https://shop.example/packed.jpg"));

  private final ComplaintPlanner planner =
      new ComplaintPlanner(
          new AfterSaleSettings(
              new AfterSaleSettings.Deadlines(
                  Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO),
              Duration.ofHours(12),
              Duration.ofMinutes(15),
              List.of(),
              Duration.ofSeconds(3)));

  @ParameterizedTest
  @ValueSource(ints = {230003, 230004, 230006, 230016, 230017, 230019})
  void givesEvidenceWhenWeChatAsks(int state) {
    assertThat(planner.plan(complaint(state, null), EVIDENCE, "", NOW).calls())
        .extracting(Call::operation)
        .containsExactly("shop/complaint/upload_material");
  }

  @Test
  void doesNotGiveTheSameEvidenceTwice() {
    Complaint answered = complaint(230007, null);

    assertThat(planner.plan(answered, EVIDENCE, EVIDENCE.fingerprint(), NOW))
        .isEqualTo(Plan.nothing());
  }

  @Test
  void asksForMoreWhenWeChatStillAsksAfterTheEvidenceOfTheErp() {
    Plan plan = planner.plan(complaint(230003, null), EVIDENCE, EVIDENCE.fingerprint(), NOW);

    assertThat(held(plan).reason().code()).isEqualTo("complaint-evidence-again");
    assertThat(held(plan).release()).isEqualTo(Release.ERP_CHANGE);
  }

  @Test
  void findsEvidenceThatArrivedWithoutAnAnswer() {
    Complaint shown =
        complaint(
            230007,
            null,
            new ActionRecord(Party.MERCHANT, "", NOW, EVIDENCE.content(), List.of("link")));

    assertThat(planner.plan(shown, EVIDENCE, "", NOW)).isEqualTo(Plan.nothing());
  }

  @Test
  void keepsEvidenceUntilWeChatAsks() {
    assertThat(held(planner.plan(complaint(230001, null), EVIDENCE, "", NOW)).reason().code())
        .isEqualTo("complaint-evidence-early");
  }

  @Test
  void asksForEvidenceAndWarnsWhenTheDeadlineIsNear() {
    Instant deadline = NOW.plus(Duration.ofHours(24));
    Complaint asking = complaint(230004, deadline);

    Hold due = held(planner.plan(asking, null, "", NOW));
    assertThat(due.reason().code()).isEqualTo("complaint-evidence-due");
    assertThat(due.until()).isEqualTo(deadline.minus(Duration.ofHours(12)));
    Hold near = held(planner.plan(asking, null, "", deadline.minusSeconds(1)));
    assertThat(near.reason().code()).isEqualTo("complaint-deadline-near");
    Hold passed = held(planner.plan(asking, null, "", deadline));
    assertThat(passed.reason().code()).isEqualTo("complaint-deadline-passed");
  }

  @Test
  void warnsOfTheDeadlineWhenWeChatAsksForMoreThanTheErpHasGiven() {
    Instant deadline = NOW.plus(Duration.ofHours(24));
    Complaint asking = complaint(230004, deadline);
    String sent = EVIDENCE.fingerprint();

    Hold again = held(planner.plan(asking, EVIDENCE, sent, NOW));
    assertThat(again.reason().code()).isEqualTo("complaint-evidence-again");
    assertThat(again.until()).isEqualTo(deadline.minus(Duration.ofHours(12)));
    Hold near = held(planner.plan(asking, EVIDENCE, sent, deadline.minusSeconds(1)));
    assertThat(near.reason().code()).isEqualTo("complaint-deadline-near");
    Hold passed = held(planner.plan(asking, EVIDENCE, sent, deadline));
    assertThat(passed.reason().code()).isEqualTo("complaint-deadline-passed");
  }

  @ParameterizedTest
  @ValueSource(ints = {230012, 230013})
  void leavesADisputeAloneThatHasEnded(int state) {
    assertThat(planner.plan(complaint(state, null), EVIDENCE, "", NOW)).isEqualTo(Plan.nothing());
  }

  @Test
  void asksAPersonAboutAStateItDoesNotKnow() {
    assertThat(held(planner.plan(complaint(1, null), EVIDENCE, "", NOW)).release())
        .isEqualTo(Release.PERSON);
  }

  private static Complaint complaint(
      int state, @Nullable Instant deadline, ActionRecord... records) {
    return new Complaint(
        "500", "20", "30", "buyer", "139", state, 7, 0, NOW, NOW, deadline, List.of(records));
  }

  private static Hold held(Plan plan) {
    assertThat(plan.calls()).isEmpty();
    return Objects.requireNonNull(plan.hold());
  }
}
