package com.wechaterp.hub.funds;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BankCardTest {

  @Test
  void takesACardWithTheRightCheckDigit() {
    assertThatCode(() -> BankCard.require("6222021234567890128", "ACCOUNT_TYPE_BUSINESS"))
        .doesNotThrowAnyException();
    assertThatCode(() -> BankCard.require("4539578763621486", "ACCOUNT_TYPE_PRIVATE"))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAMistypedCardWithoutShowingIt() {
    assertThatThrownBy(() -> BankCard.require("4539578763621487", "ACCOUNT_TYPE_PRIVATE"))
        .hasMessageContaining("1487")
        .hasMessageNotContaining("4539578763621487");
    assertThatThrownBy(() -> BankCard.require("4539-5787", "ACCOUNT_TYPE_BUSINESS"))
        .hasMessageNotContaining("4539-5787");
  }
}
