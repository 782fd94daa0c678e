package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderTimesTest {

  private static final Duration EXPIRY = Duration.ofMinutes(30);

  @Test
  void tellsWhenTheBuyerPlacedIt() {
    Instant placed = minutes(-40);

    assertThat(times(placed, null).createdAt()).isEqualTo(placed);
  }

  @Test
  void tellsTheSameAtEachTry() {
    Instant first = times(null, null).createdAt();

    Instant second = OrderTimes.of(Orders.open(), first, minutes(7), EXPIRY).createdAt();

    assertThat(second).isEqualTo(first).isEqualTo(Orders.NOW);
  }

  @Test
  void tellsNoTimeThatIsStillToComeAtWeChat() {
    assertThat(times(minutes(3), null).createdAt()).isEqualTo(Orders.NOW);
    assertThat(times(null, minutes(3)).createdAt()).isEqualTo(Orders.NOW);
  }

  @Test
  void staysWithATimeThatCameTooEarlyOnceItIsOver() {
    Instant placed = minutes(3);
    Instant told = times(placed, null).createdAt();

    Instant later =
        OrderTimes.created(Orders.order(Orders.document("create_time", placed)), told, minutes(10));

    assertThat(later).isEqualTo(told);
  }

  @Test
  void followsATimeThatWasCorrected() {
    assertThat(times(minutes(-60), minutes(-1)).createdAt()).isEqualTo(minutes(-60));
  }

  @Test
  void countsTheHubsExpiryFromWhenItWasPlaced() {
    assertThat(times(minutes(-10), null).expiresAt()).isEqualTo(minutes(20));
  }

  @Test
  void leavesTheLeastTimeToABuyerWhoseOrderIsSentLate() {
    assertThat(times(minutes(-40), null).expiresAt()).isEqualTo(minutes(15));
    assertThat(times(Orders.NOW.minus(Duration.ofHours(24)).plusSeconds(60), null).expiresAt())
        .isEqualTo(minutes(1));
  }

  private static OrderTimes times(@Nullable Instant placed, @Nullable Instant told) {
    Order order =
        placed == null ? Orders.open() : Orders.order(Orders.document("create_time", placed));
    return OrderTimes.of(order, told, Orders.NOW, EXPIRY);
  }

  private static Instant minutes(long after) {
    return Orders.NOW.plus(Duration.ofMinutes(after));
  }
}
