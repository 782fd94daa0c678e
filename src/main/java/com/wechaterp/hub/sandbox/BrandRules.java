package com.wechaterp.hub.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which papers a brand needs, by the kind of its mark and who owns it (WeChat docs, joining
 * [接入流程]).
 */
final class BrandRules {

  private static final List<String> REGISTERED =
      List.of(
          "trademark_registration_certificate",
          "trademark_registrant",
          "trademark_authorization_period");

  private static final List<String> IN_APPLICATION =
      List.of(
          "trademark_registration_application",
          "trademark_applicant",
          "trademark_application_time");

  private static final int AGENCY = 2;
  private static final int NO_BRAND = 3;

  private BrandRules() {}

  /**
   * Passes a brand with all its papers.
   *
   * @throws SandboxError 40097 naming the first that is missing
   */
  static void check(Map<String, Object> brand) {
    for (String name : needed(brand)) {
      if (Fields.text(brand, name).isEmpty() || Fields.text(brand, name).equals("[]")) {
        throw new SandboxError(40097, "invalid args: brand_info." + name);
      }
    }
    long type = number(Fields.text(brand, "trademark_type"));
    if (type < 1 || type > 45) {
      throw new SandboxError(40097, "invalid args: brand_info.trademark_type");
    }
  }

  private static List<String> needed(Map<String, Object> brand) {
    List<String> needed = new ArrayList<>(List.of("brand_wording", "trademark_registrant_nu"));
    long management = Fields.number(brand, "brand_management_type");
    if (management == NO_BRAND) {
      return needed;
    }
    needed.addAll(Fields.number(brand, "brand_audit_type") % 2 == 1 ? REGISTERED : IN_APPLICATION);
    if (management == AGENCY) {
      needed.add("sale_authorization");
    }
    return needed;
  }

  private static long number(String text) {
    return text.matches("\\d{1,3}") ? Long.parseLong(text) : 0;
  }
}
