package com.wechaterp.hub.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualificationBodyTest {

  private static final Map<String, String> LINKS =
      Map.of("https://shop.example/papers/1.png", "https://mmecimage.cn/p/1");

  private final WeChatContract contract = WeChatContract.load();

  @Test
  void writesABrandAsTheContractWantsIt() {
    Map<String, Object> body =
        QualificationBody.of(new QualificationRequest(QualificationsOf.brand(), null, LINKS));

    assertThat(contract.check(contract.operation("shop/audit/audit_brand").orElseThrow(), body))
        .isEmpty();
    assertThat(body.toString())
        .contains(
            "brand_audit_type=1", "2030-03-25 00:00:00", "license=[https://mmecimage.cn/p/1]");
  }
}
