package com.wechaterp.hub.qualification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Qualifications for tests. */
final class QualificationsOf {

  private static final List<String> PICTURE = List.of("https://shop.example/papers/1.png");

  private QualificationsOf() {}

  static Qualification food(@Nullable LocalDate expires) {
    return new Qualification(
        "food",
        "",
        QualificationKind.CATEGORY,
        Map.of("license", PICTURE, "certificate", PICTURE),
        Map.of("third_cat_id", "7411"),
        List.of(),
        expires);
  }

  /** Certificates of products, or of all products of a category. */
  static Qualification papers(
      String id, List<String> products, String category, @Nullable LocalDate expires) {
    return new Qualification(
        id,
        "",
        QualificationKind.PRODUCT,
        Map.of("qualification_pics", PICTURE),
        category.isEmpty() ? Map.of() : Map.of("third_cat_id", category),
        products,
        expires);
  }

  /** An own brand with a registered mark, with some fields replaced. */
  static Qualification brand(String... replaced) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("brand_wording", "我们");
    details.put("brand_audit_type", "1");
    details.put("brand_management_type", "1");
    details.put("trademark_type", "24");
    details.put("commodity_origin_type", "2");
    details.put("trademark_registrant", "某公司");
    details.put("trademark_registrant_nu", "1249305");
    details.put("trademark_authorization_period", "2030-03-25");
    for (int i = 0; i < replaced.length; i += 2) {
      details.put(replaced[i], replaced[i + 1]);
    }
    return new Qualification(
        "brand",
        "",
        QualificationKind.BRAND,
        Map.of("license", PICTURE, "trademark_registration_certificate", PICTURE),
        details,
        List.of(),
        null);
  }
}
