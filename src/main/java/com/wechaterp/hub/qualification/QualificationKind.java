package com.wechaterp.hub.qualification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a qualification is for, with the pictures WeChat knows it by. */
public enum QualificationKind {
  /** Opens a category to the account ({@code shop/audit/audit_category}). */
  CATEGORY("shop/audit/audit_category", List.of("license", "certificate")),
  /** Grants a brand to the account ({@code shop/audit/audit_brand}). */
  BRAND(
      "shop/audit/audit_brand",
      List.of(
          "license",
          "sale_authorization",
          "trademark_registration_certificate",
          "trademark_change_certificate",
          "trademark_registration_application",
          "imported_goods_form")),
  /** Goes along with products ({@code qualification_pics}); WeChat audits it with them. */
  PRODUCT("", List.of("qualification_pics"));

  private final String operation;
  private final List<String> pictures;

  QualificationKind(String operation, List<String> pictures) {
    this.operation = operation;
    this.pictures = pictures;
  }

  /** Returns the operation that submits it, empty if it is not submitted by itself. */
  public String operation() {
    return operation;
  }

  /** Returns the names of its lists of pictures. */
  public List<String> pictures() {
    return pictures;
  }

  /** Returns the kind as files and ports write it, such as {@code category}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the kind of a word, empty if there is none. */
  static Optional<QualificationKind> of(String word) {
    return List.of(values()).stream().filter(kind -> kind.word().equals(word)).findFirst();
  }
}
