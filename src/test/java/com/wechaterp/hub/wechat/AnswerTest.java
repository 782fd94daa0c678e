package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void readsNumbersAsTextAndTextAsNumbers() {
    Answer answer =
        new Answer(Map.of("a", "12", "b", 20_000_000_000_000_001L, "c", new BigDecimal("3.50")));

    assertThat(answer.number("a")).isEqualTo(12);
    assertThat(answer.text("b")).isEqualTo("20000000000000001");
    assertThat(answer.text("c")).isEqualTo("3.50");
    assertThatThrownBy(() -> answer.number("c")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void takesWhatIsMissingAsEmpty() {
    Answer nothing = new Answer(Map.of());

    assertThat(nothing.object("order").object("price_info").number("freight")).isZero();
    assertThat(nothing.objects("lines")).isEmpty();
    assertThat(nothing.text("order_id")).isEmpty();
    assertThat(nothing.time("pay_time")).isNull();
  }

  @Test
  void takesASingleObjectAsAListOfOne() {
    Answer answer =
        new Answer(
            Map.of("one", Map.of("id", 1), "two", List.of(Map.of("id", 1), Map.of("id", 2))));

    assertThat(answer.objects("one")).hasSize(1);
    assertThat(answer.objects("two")).hasSize(2);
  }

  @Test
  void readsEveryWayWeChatWritesATime() {
    Instant time = Instant.parse("2026-11-25T04:00:00Z");

    assertThat(WeChatTime.read("2026-11-25 12:00:00")).isEqualTo(time);
    assertThat(WeChatTime.read(String.valueOf(time.getEpochSecond()))).isEqualTo(time);
    assertThat(WeChatTime.read(String.valueOf(time.toEpochMilli()))).isEqualTo(time);
    assertThat(WeChatTime.read("2026-11-25T12:00:00+08:00")).isEqualTo(time);
    assertThat(WeChatTime.read("0")).isNull();
    assertThat(WeChatTime.text(time)).isEqualTo("2026-11-25 12:00:00");
  }
}
