package com.wechaterp.hub.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PicturesTest {

  private static final List<String> FIFTY =
      IntStream.rangeClosed(1, 50).mapToObj(i -> "https://shop.example/" + i + ".jpg").toList();

  private final MovableClock clock = new MovableClock();
  private final List<String> asked = new ArrayList<>();
  private @Nullable ImageException failure;
  private final Pictures pictures = new Pictures(this::slowly, Duration.ofMinutes(2), clock);

  /** Every picture takes half a minute. */
  private String slowly(String account, String source) {
    clock.forward(Duration.ofSeconds(30));
    if (failure != null) {
      throw failure;
    }
    asked.add(source);
    return source + "@" + account;
  }

  private boolean all(List<String> sources) {
    return pictures.links("main", "product-image-failed", "P1", sources).size() == sources.size();
  }

  @Test
  void keepsAWorkerNoLongerThanTheLimitAndTheOnePictureUnderWay() {
    var start = clock.instant();

    assertThatThrownBy(() -> all(FIFTY))
        .isInstanceOf(PictureAwayException.class)
        .hasMessageContaining("P1: only 5 of its 50 pictures could be had within 120 seconds");
    assertThat(Duration.between(start, clock.instant())).isLessThan(Duration.ofSeconds(151));
  }

  @Test
  void goesOnWhereItWas() {
    int rounds = 1;
    while (true) {
      try {
        assertThat(all(FIFTY)).isTrue();
        break;
      } catch (PictureAwayException e) {
        rounds++;
      }
    }

    assertThat(rounds).isEqualTo(10);
    assertThat(asked).containsExactlyElementsOf(FIFTY);
  }

  @Test
  void takesThePicturesAnewOnceAUnitIsDone() {
    List<String> two = FIFTY.subList(0, 2);

    assertThat(all(two)).isTrue();
    assertThat(all(two)).isTrue();

    assertThat(asked).hasSize(4);
  }

  @Test
  void goesOnAfterAServerThatFailedAndBeginsAnewAfterAPictureThatIsWrong() {
    assertThatThrownBy(() -> all(FIFTY)).isInstanceOf(PictureAwayException.class);
    failure = new ImageException("HTTP 503", "HTTP 503", true);
    assertThatThrownBy(() -> all(FIFTY)).isInstanceOf(PictureAwayException.class);
    failure = null;
    assertThatThrownBy(() -> all(FIFTY)).hasMessageContaining("only 10 of its 50");

    failure = new ImageException("HTTP 404", "HTTP 404", false);
    assertThatThrownBy(() -> all(FIFTY)).isInstanceOf(HoldException.class);
    failure = null;
    assertThatThrownBy(() -> all(FIFTY)).hasMessageContaining("only 5 of its 50");
  }
}
