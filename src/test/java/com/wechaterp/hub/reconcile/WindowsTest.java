package com.wechaterp.hub.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T03:15:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final Windows windows =
      new Windows(Duration.ofDays(2), Duration.ofDays(3), Duration.ofMinutes(10));

  @Test
  void beginsWithTheLastDays() {
    Window first = windows.next(null, NOW).orElseThrow();

    assertThat(first.to()).isEqualTo(NOW.minus(Duration.ofMinutes(10)));
    assertThat(first.from()).isEqualTo(first.to().minus(Duration.ofDays(2)));
  }

  @Test
  void reachesBackIntoTheWindowBefore() {
    Instant end = NOW.minus(DAY);

    Window next = windows.next(end, NOW).orElseThrow();

    assertThat(next.from()).isEqualTo(end.minus(Duration.ofDays(2)));
    assertThat(next.to()).isEqualTo(NOW.minus(Duration.ofMinutes(10)));
  }

  @Test
  void catchesUpInSeveralWindowsThatLeaveNothingOut() {
    Instant end = NOW.minus(Duration.ofDays(7));
    List<Window> all = new ArrayList<>();
    Optional<Window> next = windows.next(end, NOW);
    while (next.isPresent()) {
      all.add(next.get());
      next = windows.next(next.get().to(), NOW);
    }

    assertThat(all).hasSize(3);
    assertThat(all.get(0).from()).isEqualTo(end.minus(Duration.ofDays(2)));
    assertThat(all.get(1).from()).isBefore(all.get(0).to());
    assertThat(all.get(2).from()).isBefore(all.get(1).to());
    assertThat(all.get(2).to()).isEqualTo(NOW.minus(Duration.ofMinutes(10)));
  }

  @Test
  void hasNothingToCompareTwiceInAMoment() {
    assertThat(windows.next(NOW.minus(Duration.ofMinutes(10)), NOW)).isEmpty();
    assertThat(windows.next(NOW.plus(DAY), NOW)).isEmpty();
  }

  @Test
  void fillsInWhatNobodyNames() {
    assertThat(windows.asked(null, null, NOW))
        .isEqualTo(new Window(NOW.minus(Duration.ofDays(2)), NOW));
    assertThat(windows.asked(null, NOW.minus(DAY), NOW).from())
        .isEqualTo(NOW.minus(DAY.multipliedBy(3)));
  }

  @Test
  void refusesAWindowThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> windows.asked(NOW, NOW.minus(DAY), NOW))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("2026-11-25 11:15:00");
  }

  @Test
  void readsTimesAsPeopleWriteThem() {
    Instant eight = Instant.parse("2026-11-25T00:30:00Z");

    assertThat(ReconcileTime.read("2026-11-25")).isEqualTo(Instant.parse("2026-11-24T16:00:00Z"));
    assertThat(ReconcileTime.read("2026-11-25T08:30")).isEqualTo(eight);
    assertThat(ReconcileTime.read("2026-11-25 08:30:00")).isEqualTo(eight);
    assertThat(ReconcileTime.read("2026-11-25T00:30:00Z")).isEqualTo(eight);
    assertThat(ReconcileTime.read("2026-11-25T01:30:00+01:00")).isEqualTo(eight);
  }
}
