package com.wechaterp.hub.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "https://b.oss.cn/a.png?Expires=1&Signature=S%3D, https://b.oss.cn/a.png",
    "https://user:S@b.oss.cn/a.png, https://b.oss.cn/a.png",
    "oss://b/a.png?token=S, oss://b/a.png",
    "a.png?token=S, a.png",
    "https://b.oss.cn/a.png#S, https://b.oss.cn/a.png",
    "https://b.oss.cn/a.png, https://b.oss.cn/a.png"
  })
  void areShownWithoutWhatCouldBeASecret(String address, String shown) {
    assertThat(Addresses.shown(address)).isEqualTo(shown);
  }

  @Test
  void areShownWithoutItWhereverTheyStandInAText() {
    assertThat(
            Addresses.shownIn(
                "[https://a/1.png?s=S, //b/2.png?s=S], <img src='https://c/3.png?s=S'>"))
        .isEqualTo("[https://a/1.png, //b/2.png], <img src='https://c/3.png'>");
    assertThat(Addresses.shownIn("What? {number: #1}")).isEqualTo("What? {number: #1}");
  }
}
