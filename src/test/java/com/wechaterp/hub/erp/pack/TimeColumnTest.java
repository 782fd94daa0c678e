package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeColumnTest {

  private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

  private final TimeColumn times = new TimeColumn(ZoneId.of("Asia/Shanghai"));

  @Test
  void readsTheErpsOwnZone() {
    LocalDateTime local = LocalDateTime.of(2026, 11, 25, 12, 0);

    assertThat(times.read(null, null, local)).isEqualTo(NOON);
    assertThat(times.read("datetime", null, "2026-11-25 12:00:00")).isEqualTo(NOON);
    assertThat(times.read(null, null, "2026-11-25")).isEqualTo("2026-11-24T16:00:00Z");
  }

  @Test
  void readsSecondsAndMilliseconds() {
    assertThat(times.read("seconds", null, NOON.getEpochSecond())).isEqualTo(NOON);
    assertThat(times.read("millis", null, String.valueOf(NOON.toEpochMilli()))).isEqualTo(NOON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-25 12:00",
        "2026-11-25T12:00:00",
        "2026/11/25 12:00:00.000",
        "2026-11-25  12:0:0.0",
        "2026-11-25 04:00:00Z",
        "2026-11-25T12:00:00+08:00",
        "2026-11-24T20:00:00-08:00"
      })
  void readsTheWaysTextsHaveOfOneTime(String text) {
    assertThat(times.read(null, null, text)).isEqualTo(NOON);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyyMMddHHmmss, 20261125120000",
    "yyyyMMdd HHmm, 20261125 1200",
    "yyyy年M月d日H时, 2026年11月25日12时",
    "dd.MM.yyyy HH:mm, 25.11.2026 12:00"
  })
  void readsAndWritesTextInAStatedFormat(String format, String text) {
    assertThat(times.read(null, format, text)).isEqualTo(NOON);
    assertThat(times.write(null, format, NOON)).isEqualTo(text);
  }

  @Test
  void readsDecimalsOfSeconds() {
    assertThat(times.read("seconds", null, "1796065060.250")).isEqualTo("2026-11-30T18:57:40.250Z");
    assertThat(times.read("millis", null, new BigDecimal("1796065060250.5")))
        .isEqualTo("2026-11-30T18:57:40.250500Z");
  }

  @Test
  void readsWhatErpsWriteForNoTime() {
    assertThat(times.read("seconds", null, 0)).isNull();
    assertThat(times.read(null, null, "0000-00-00 00:00:00")).isNull();
    assertThat(times.read(null, null, " ")).isNull();
  }

  @Test
  void refusesWhatIsNoTime() {
    assertThatThrownBy(() -> times.read(null, null, "yesterday"))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> times.read("seconds", null, "yesterday"))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void writesWhatItReads() {
    assertThat(times.write(null, null, NOON)).isEqualTo(LocalDateTime.of(2026, 11, 25, 12, 0));
    assertThat(times.write("seconds", null, NOON)).isEqualTo(NOON.getEpochSecond());
    assertThat(times.write("millis", null, NOON)).isEqualTo(NOON.toEpochMilli());
  }
}
