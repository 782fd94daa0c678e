package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayloadTest {

  @Test
  void showsThePicturesOfADeadLetterWithoutTheirSignatures() {
    String shown =
        Payload.masked(
            Map.of(
                "head_imgs",
                List.of("https://b.oss.cn/1.png?sign=S1", "//b.oss.cn/2.png?sign=S2"),
                "desc",
                "<img src=\"https://b.oss.cn/3.png?sign=S3\">"));

    assertThat(shown)
        .contains(
            "[https://b.oss.cn/1.png, //b.oss.cn/2.png]", "<img src=\"https://b.oss.cn/3.png\">")
        .doesNotContain("sign");
  }
}
