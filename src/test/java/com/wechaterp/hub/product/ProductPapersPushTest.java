package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Certificates that are declared outside the product go along with it. */
class ProductPapersPushTest extends PushFixture {

  private static final String REPORT = "https://shop.example/report.jpg";

  @Test
  void sendsTheDeclaredCertificateWithTheProduct() {
    wechat.asksForPapers = true;
    papers = (id, category) -> category.equals("6493") ? List.of(REPORT) : List.of();

    push(SPRING);

    assertThat(wechat.sent).containsExactly("shop/spu/add");
    assertThat(wechat.body.get("qualification_pics")).isEqualTo(List.of(pictures.apply(REPORT)));
  }

  @Test
  void holdsAProductWithoutItsCertificateBeforeAnAuditIsSpent() {
    wechat.asksForPapers = true;

    String sentence = held(SPRING, Release.CONFIG_CHANGE).problem().sentence(Language.EN);

    assertThat(sentence).contains("T1", "《检测报告》", "config/qualifications");
    assertThat(wechat.sent).isEmpty();
    assertThat(quotas.states()).allMatch(state -> state.used() == 0);
  }

  @Test
  void submitsAProductAgainWhoseCertificateIsRenewed() {
    papers = (id, category) -> List.of("file:/papers/report.jpg#1");
    onSale();

    papers = (id, category) -> List.of("file:/papers/report.jpg#2");
    push(SPRING);
    push(SPRING);

    assertThat(wechat.sent).containsExactly("shop/spu/update");
  }
}
