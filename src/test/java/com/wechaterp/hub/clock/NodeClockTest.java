package com.wechaterp.hub.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class NodeClockTest {

  private static final String WECHAT = "api.weixin.qq.com";
  private static final Duration FAR = Duration.ofMinutes(10);

  private final MovableClock own = new MovableClock();
  private final NodeClock clock = new NodeClock(own, Language.EN);

  @Test
  void goesByItsOwnUntilAFarSideIsHeard() {
    assertThat(clock.now(WECHAT)).isEqualTo(own.instant());
    assertThat(clock.cautious().instant()).isEqualTo(own.instant());
    assertThat(clock.comparisons()).isEmpty();
  }

  @Test
  void reckonsWithBeingAhead() {
    hear(FAR.negated());

    assertThat(clock.now(WECHAT))
        .isBetween(truth(FAR.negated()), truth(FAR.negated()).plusSeconds(1));
    assertThat(clock.comparisons()).singleElement().matches(ClockComparison::isOff);
    assertThat(NodeClock.problem(clock.comparisons().get(0)).sentence(Language.EN))
        .contains("599 s ahead of api.weixin.qq.com");
  }

  @Test
  void reckonsWithBeingBehind() {
    hear(FAR);

    assertThat(clock.now(WECHAT)).isBetween(truth(FAR), truth(FAR).plusSeconds(1));
    assertThat(NodeClock.problem(clock.comparisons().get(0)).code()).isEqualTo("clock-behind");
  }

  @Test
  void doesNotTakeTheCutSecondOfATimeForADifference() {
    own.forward(Duration.ofMillis(999));

    hear(Duration.ZERO);

    assertThat(clock.comparisons().get(0).ahead()).isZero();
    assertThat(clock.now(WECHAT)).isEqualTo(own.instant());
  }

  @Test
  void doesNotFollowAStrayTime() {
    for (int i = 0; i < 3; i++) {
      hear(Duration.ZERO);
    }

    hear(Duration.ofDays(-3));

    assertThat(clock.comparisons().get(0).isOff()).isFalse();
  }

  @Test
  void forgetsADifferenceOnceTheClockIsSet() {
    hear(FAR.negated());

    for (int i = 0; i < 5; i++) {
      hear(Duration.ZERO);
    }

    assertThat(clock.comparisons().get(0).ahead()).isZero();
  }

  @Test
  void doesNotCompareByAnAnswerThatTookLong() {
    Instant sent = own.instant();
    own.forward(Duration.ofSeconds(30));

    clock.compare(WECHAT, sent, sent, own.instant());

    assertThat(clock.comparisons().get(0).ahead()).isZero();
  }

  @Test
  void isNeverAheadOfAnybodyWhereItIsCautious() {
    hear(FAR.negated());
    clock.compare("sandbox", own.instant().plus(FAR), own.instant(), own.instant());

    assertThat(clock.cautious().instant())
        .isBetween(truth(FAR.negated()), truth(FAR.negated()).plusSeconds(1));
  }

  private Instant truth(Duration there) {
    return own.instant().plus(there);
  }

  private void hear(Duration there) {
    Instant theirs = truth(there).truncatedTo(ChronoUnit.SECONDS);
    clock.compare(WECHAT, theirs, own.instant().minusMillis(20), own.instant());
  }
}
