package com.wechaterp.hub.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Category and brand qualifications: what is open, what is submitted, what came of it. */
class QualificationOperations implements OperationFamily {

  private static final String KIND = Audits.QUALIFICATION;

  private final Audits audits;
  private final Catalogue catalogue;

  QualificationOperations(Audits audits, Catalogue catalogue) {
    this.audits = audits;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/cat/get", (shop, request) -> Fields.of("third_cat_list", catalogue.categories()),
        "shop/account/get_category_list", this::categories,
        "shop/account/get_brand_list", this::brands,
        "shop/audit/audit_category", this::auditCategory,
        "shop/audit/audit_brand", this::auditBrand,
        "shop/audit/result", this::result);
  }

  /** Returns whether the shop was granted a category that needs a qualification. */
  static boolean holdsCategory(Shop shop, long thirdCatId) {
    return shop.all(KIND).stream()
        .anyMatch(one -> isGranted(one, "category") && Fields.number(one, "level3") == thirdCatId);
  }

  /** Returns whether the shop was granted a brand by an audit. */
  static boolean holdsBrand(Shop shop, long brandId) {
    return shop.all(KIND).stream()
        .anyMatch(one -> isGranted(one, "brand") && Fields.number(one, "brand_id") == brandId);
  }

  private static boolean isGranted(Map<String, Object> one, String kind) {
    return Fields.text(one, "kind").equals(kind) && Fields.number(one, "status") == 1;
  }

  private Map<String, Object> categories(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> granted = new ArrayList<>();
    for (Map<String, Object> category : catalogue.categories()) {
      boolean free = Fields.number(category, "qualification_type") != 1;
      if (free || holdsCategory(shop, Fields.number(category, "third_cat_id"))) {
        granted.add(category);
      }
    }
    return Fields.of("data", granted);
  }

  private Map<String, Object> brands(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> held = new ArrayList<>(catalogue.brands());
    shop.all(KIND).stream()
        .filter(one -> isGranted(one, "brand"))
        .map(
            one ->
                Fields.of(
                    "brand_id", one.get("brand_id"), "brand_wording", one.get("brand_wording")))
        .forEach(held::add);
    return Fields.of("data", held);
  }

  private Map<String, Object> auditCategory(Shop shop, Map<String, Object> request) {
    Map<String, Object> audit = Fields.object(request.get("audit_req"));
    Map<String, Object> info = Fields.object(audit.get("category_info"));
    long level3 = Fields.number(info, "level3");
    Map<String, Object> category =
        catalogue
            .category(level3)
            .filter(one -> Fields.number(one, "first_cat_id") == Fields.number(info, "level1"))
            .filter(one -> Fields.number(one, "second_cat_id") == Fields.number(info, "level2"))
            .orElseThrow(() -> new SandboxError(1000009, "调用的类目id不存在"));
    requirePapers(audit.get("license"), "license");
    requirePapers(info.get("certificate"), "category_info.certificate");
    if (Fields.number(category, "qualification_type") == 0) {
      throw new SandboxError(1050011, "该类目不需要资质");
    }
    if (holdsCategory(shop, level3)) {
      throw new SandboxError(1050003, "类目已审核通过");
    }
    return submit(shop, Fields.of("kind", "category", "level3", level3));
  }

  private Map<String, Object> auditBrand(Shop shop, Map<String, Object> request) {
    Map<String, Object> audit = Fields.object(request.get("audit_req"));
    Map<String, Object> info = Fields.object(audit.get("brand_info"));
    requirePapers(audit.get("license"), "license");
    BrandRules.check(info);
    info.values().forEach(paper -> Pictures.requireOursOrMedia(Fields.texts(paper)));
    return submit(
        shop, Fields.of("kind", "brand", "brand_wording", Fields.text(info, "brand_wording")));
  }

  private static void requirePapers(@Nullable Object papers, String field) {
    List<String> pictures = Fields.texts(papers);
    if (pictures.isEmpty()) {
      throw new SandboxError(40097, "invalid args: audit_req." + field);
    }
    Pictures.requireOursOrMedia(pictures);
  }

  private Map<String, Object> submit(Shop shop, Map<String, Object> one) {
    String id = "RQAAA" + shop.nextId();
    one.put("audit_id", id);
    one.put("status", 0);
    one.put("audit_due", audits.dueFrom(shop));
    shop.put(KIND, id, one);
    return Fields.of("audit_id", id);
  }

  private Map<String, Object> result(Shop shop, Map<String, Object> request) {
    Map<String, Object> one = shop.get(KIND, Fields.text(request, "audit_id"));
    if (one == null) {
      throw new SandboxError(1050005, "未查询到相关审核");
    }
    return Fields.of(
        "data",
        Fields.of(
            "status", one.get("status"),
            "brand_id", Fields.number(one, "brand_id"),
            "reject_reason", Fields.text(one, "reject_reason")));
  }
}
