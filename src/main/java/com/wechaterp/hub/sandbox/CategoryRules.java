package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** The one operation of the successor (微信小店) that the contract lists beside the component's. */
class CategoryRules implements OperationFamily {

  private final Catalogue catalogue;

  CategoryRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of("shop/ec/category/getcategoryrule", this::rule);
  }

  private Map<String, Object> rule(Shop shop, Map<String, Object> request) {
    long id = Fields.number(request, "category_id");
    boolean known =
        catalogue.categories().stream()
            .anyMatch(
                category ->
                    List.of("third_cat_id", "second_cat_id", "first_cat_id").stream()
                        .anyMatch(level -> Fields.number(category, level) == id));
    if (!known) {
      throw new SandboxError(1000009, "调用的类目id不存在");
    }
    return Fields.of(
        "list",
        List.of(Fields.of("deliver_type", 0, "acct_type", List.of(0))),
        "deposit",
        1_000_000,
        "errmsg",
        "");
  }
}
