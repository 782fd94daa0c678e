package com.wechaterp.hub.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class DeadlineWarningTest {

  private static final Instant DEADLINE = Tickets.OPENED.plus(Duration.ofHours(48));

  private final MovableClock clock = new MovableClock();
  private final AfterSales seen = Mockito.mock(AfterSales.class);
  private final Timeline timeline = Mockito.mock(Timeline.class);
  private final DeadlineWarning warning =
      new DeadlineWarning(seen, Tickets.SETTINGS, timeline, Language.EN, clock);

  @Test
  void warnsBeforeTheDeadlineWhateverItIsHeldFor() {
    AfterSale known = Tickets.ticket(1, 2);
    WatchedAfterSale watched =
        new WatchedAfterSale("main", known, Tickets.OPENED, DEADLINE, WatchedAfterSale.Change.NONE);
    Hold refused =
        Hold.of(Problem.of("aftersale-changed-meanwhile", "key", "A1"), Release.ERP_CHANGE);
    Mockito.when(seen.warn("main", known.key())).thenReturn(true);

    clock.forward(Duration.between(clock.instant(), Tickets.NOW));
    assertThat(warning.inTime(watched, refused).until())
        .isEqualTo(DEADLINE.minus(Duration.ofHours(12)));
    Mockito.verifyNoInteractions(timeline);

    clock.forward(Duration.ofHours(20));
    Hold near = warning.inTime(watched, refused);
    assertThat(near.until()).isEqualTo(DEADLINE);
    assertThat(near.reason()).isEqualTo(refused.reason());
    Mockito.verify(timeline)
        .record(
            Mockito.eq("main"),
            Mockito.eq("aftersale"),
            Mockito.eq(known.aftersaleId()),
            Mockito.eq("deadline-near"),
            Mockito.contains("is near"));
  }
}
