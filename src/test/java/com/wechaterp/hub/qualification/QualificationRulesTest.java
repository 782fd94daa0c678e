package com.wechaterp.hub.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualificationRulesTest {

  private static List<String> missing(Qualification wanted) {
    return QualificationRules.check(wanted).stream()
        .map(problem -> problem.facts().get("field"))
        .toList();
  }

  @Test
  void acceptsWhatIsComplete() {
    assertThat(missing(QualificationsOf.food(null))).isEmpty();
    assertThat(missing(QualificationsOf.brand())).isEmpty();
  }

  @Test
  void asksAnApplicantOfATmMarkForTheApplication() {
    assertThat(missing(QualificationsOf.brand("brand_audit_type", "2")))
        .containsExactlyInAnyOrder(
            "trademark_registration_application",
            "trademark_applicant",
            "trademark_application_time");
  }

  @Test
  void asksAnAgencyForTheAuthorisation() {
    assertThat(missing(QualificationsOf.brand("brand_management_type", "2")))
        .containsExactly("sale_authorization");
  }

  @Test
  void asksAProductsCertificateWhatItIsFor() {
    Qualification nothing =
        new Qualification(
            "mats", "", QualificationKind.PRODUCT, Map.of(), Map.of(), List.of(), null);

    assertThat(missing(nothing)).containsExactly("qualification_pics", "third_cat_id");
  }

  @Test
  void refusesTextWhereWeChatWantsANumber() {
    assertThat(missing(QualificationsOf.brand("commodity_origin_type", "中国")))
        .containsExactly("commodity_origin_type");
  }
}
