package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderLeftAloneTest extends DeskFixture {

  @Test
  void leavesTheTestOrdersOfTheOnboardingAlone() {
    hub.push("HUBTEST01", null);

    assertThat(wechat.sent).isEmpty();
  }
}
