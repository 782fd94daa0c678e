package com.wechaterp.hub.qualification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One qualification as the merchant declares it.
 *
 * @param id the merchant's id: the file's name, or the key of the port
 * @param account the account it is for; empty for {@code hub.account}
 * @param kind what it is for
 * @param pictures the sources of its pictures, by WeChat's field names
 * @param details its other fields, by WeChat's field names: {@code third_cat_id}, {@code
 *     brand_wording}, ...
 * @param products the products it goes along with, for {@link QualificationKind#PRODUCT}
 * @param expires the last day of the certificate in the merchant's country; null if it has none
 */
public record Qualification(
    String id,
    String account,
    QualificationKind kind,
    Map<String, List<String>> pictures,
    Map<String, String> details,
    List<String> products,
    @Nullable LocalDate expires) {

  /** As long as the hub keeps it. */
  private static final int SUBJECT_LENGTH = 128;

  /** The fields that are neither pictures nor said by every kind. */
  static final List<String> DETAILS =
      List.of(
          "third_cat_id",
          "brand_wording",
          "brand_audit_type",
          "brand_management_type",
          "trademark_type",
          "commodity_origin_type",
          "trademark_registrant",
          "trademark_registrant_nu",
          "trademark_authorization_period",
          "trademark_applicant",
          "trademark_application_time");

  public Qualification {
    pictures = new LinkedHashMap<>(pictures);
    details = new LinkedHashMap<>(details);
    products = List.copyOf(products);
  }

  private String firstProducts() {
    String all = String.join(",", products);
    return all.substring(0, Math.min(all.length(), SUBJECT_LENGTH));
  }

  /** Returns a field, empty if it is not given. */
  String detail(String name) {
    return details.getOrDefault(name, "");
  }

  /** Returns the sources of one list of pictures. */
  List<String> pictures(String name) {
    return pictures.getOrDefault(name, List.of());
  }

  /** Returns what it is about: the category's id, the brand's wording, or the first products. */
  String subject() {
    return switch (kind) {
      case CATEGORY -> detail("third_cat_id");
      case BRAND -> detail("brand_wording");
      case PRODUCT -> products.isEmpty() ? detail("third_cat_id") : firstProducts();
    };
  }
}
