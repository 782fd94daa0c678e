package com.wechaterp.hub.qualification;

import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * WeChat's rules for a qualification (WeChat docs, joining [接入流程]), checked before an audit is
 * asked for.
 */
final class QualificationRules {

  private static final List<String> BRAND =
      List.of(
          "brand_audit_type",
          "trademark_type",
          "brand_management_type",
          "commodity_origin_type",
          "brand_wording",
          "trademark_registrant_nu");
  private static final String AGENCY = "2";

  private QualificationRules() {}

  /** Returns every rule it breaks, empty if none. */
  static List<Problem> check(Qualification wanted) {
    List<Problem> found = new ArrayList<>();
    switch (wanted.kind()) {
      case CATEGORY -> {
        needsPictures(wanted, found, "license", "certificate");
        needs(wanted, found, "third_cat_id");
        number(wanted, found, "third_cat_id");
      }
      case BRAND -> brand(wanted, found);
      case PRODUCT -> {
        needsPictures(wanted, found, "qualification_pics");
        if (wanted.products().isEmpty()) {
          needs(wanted, found, "third_cat_id");
        }
      }
    }
    return found;
  }

  private static void brand(Qualification wanted, List<Problem> found) {
    needsPictures(wanted, found, "license");
    BRAND.forEach(name -> needs(wanted, found, name));
    List.of("brand_audit_type", "brand_management_type", "commodity_origin_type")
        .forEach(name -> number(wanted, found, name));
    boolean registered = List.of("1", "3").contains(wanted.detail("brand_audit_type"));
    if (registered) {
      needsPictures(wanted, found, "trademark_registration_certificate");
      needs(wanted, found, "trademark_registrant");
      needs(wanted, found, "trademark_authorization_period");
    } else {
      needsPictures(wanted, found, "trademark_registration_application");
      needs(wanted, found, "trademark_applicant");
      needs(wanted, found, "trademark_application_time");
    }
    if (wanted.detail("brand_management_type").equals(AGENCY)) {
      needsPictures(wanted, found, "sale_authorization");
    }
  }

  private static void needs(Qualification wanted, List<Problem> found, String name) {
    if (wanted.detail(name).isBlank()) {
      found.add(missing(wanted, name));
    }
  }

  private static void needsPictures(Qualification wanted, List<Problem> found, String... names) {
    for (String name : names) {
      if (wanted.pictures(name).isEmpty()) {
        found.add(missing(wanted, name));
      }
    }
  }

  private static void number(Qualification wanted, List<Problem> found, String name) {
    String value = wanted.detail(name);
    if (!value.isEmpty() && !value.chars().allMatch(Character::isDigit)) {
      found.add(
          Problem.of(
              "qualification-column",
              "key",
              wanted.id(),
              "field",
              name,
              "found",
              value,
              "type",
              "number"));
    }
  }

  private static Problem missing(Qualification wanted, String name) {
    return Problem.of(
        "qualification-missing",
        "key",
        wanted.id(),
        "field",
        name,
        "found",
        "-",
        "kind",
        wanted.kind().word());
  }
}
