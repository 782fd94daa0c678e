package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErpClockCheckTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "PT3S, true, agrees with this server in Asia/Shanghai",
    "PT-8H, true, -8.00 h from Asia/Shanghai",
    "PT-8H2S, true, -8.00 h from Asia/Shanghai",
    "PT1H45M, true, +1.75 h from",
    "PT40S, false, 40 s off",
    "PT-8H-5M, false, -29100 s off"
  })
  void tellsAnotherTimeZoneFromAWrongClock(Duration ahead, boolean good, String says) {
    Finding finding = ErpClockCheck.compared(ahead, SHANGHAI);

    assertThat(finding.good()).isEqualTo(good);
    assertThat(finding.en()).contains(says);
  }
}
