package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeColumnTest {

  private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

  private final TimeColumn times = new TimeColumn(ZoneId.of("Asia/Shanghai"));

  @Test
  void readsTheErpsOwnZone() {
    LocalDateTime local = LocalDateTime.of(2026, 11, 25, 12, 0);

    assertThat(times.read(null, local)).isEqualTo(NOON);
    assertThat(times.read(null, Timestamp.valueOf(local))).isEqualTo(NOON);
    assertThat(times.read("datetime", "2026-11-25 12:00:00")).isEqualTo(NOON);
    assertThat(times.read(null, "2026-11-25")).isEqualTo("2026-11-24T16:00:00Z");
  }

  @Test
  void readsSecondsAndMilliseconds() {
    assertThat(times.read("seconds", NOON.getEpochSecond())).isEqualTo(NOON);
    assertThat(times.read("millis", String.valueOf(NOON.toEpochMilli()))).isEqualTo(NOON);
  }

  @Test
  void readsWhatErpsWriteForNoTime() {
    assertThat(times.read("seconds", 0)).isNull();
    assertThat(times.read(null, "0000-00-00 00:00:00")).isNull();
    assertThat(times.read(null, " ")).isNull();
  }

  @Test
  void refusesWhatIsNoTime() {
    assertThatThrownBy(() -> times.read(null, "yesterday")).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> times.read("seconds", "yesterday"))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void writesWhatItReads() {
    assertThat(times.write(null, NOON)).isEqualTo(LocalDateTime.of(2026, 11, 25, 12, 0));
    assertThat(times.write("seconds", NOON)).isEqualTo(NOON.getEpochSecond());
    assertThat(times.write("millis", NOON)).isEqualTo(NOON.toEpochMilli());
  }
}
