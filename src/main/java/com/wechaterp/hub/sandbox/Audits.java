package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides audits when their time has come, by the rules or by a lever. */
class Audits implements Tick {

  static final String PRODUCT = "product";
  static final String QUALIFICATION = "qualification";

  private final SandboxProperties properties;
  private final Catalogue catalogue;
  private final Pushes pushes;
  private volatile Duration delay;

  Audits(SandboxProperties properties, Catalogue catalogue, Pushes pushes) {
    this.properties = properties;
    this.catalogue = catalogue;
    this.pushes = pushes;
    this.delay = properties.auditDelay();
  }

  void delay(Duration changed) {
    delay = changed;
  }

  /** Returns when an audit that begins now is decided, in Unix milliseconds. */
  long dueFrom(Shop shop) {
    return shop.clock().now().plus(delay).toEpochMilli();
  }

  /** Decides all audits of a shop whose time has come. */
  @Override
  public void pass(Shop shop) {
    long now = shop.clock().now().toEpochMilli();
    shop.all(PRODUCT).stream()
        .filter(product -> Fields.number(product, "edit_status") == 2)
        .filter(product -> Fields.number(product, "audit_due") <= now)
        .forEach(product -> decideProduct(shop, product, reasonAgainst(product)));
    shop.all(QUALIFICATION).stream()
        .filter(one -> Fields.number(one, "status") == 0)
        .filter(one -> Fields.number(one, "audit_due") <= now)
        .forEach(one -> decideQualification(shop, one, null));
  }

  private @Nullable String reasonAgainst(Map<String, Object> product) {
    Map<String, Object> draft = Fields.object(product.get("draft"));
    String text =
        Fields.text(draft, "title") + Fields.text(Fields.object(draft.get("desc_info")), "desc");
    for (String word : properties.rejectWords()) {
      if (text.contains(word)) {
        return "商品信息含有违规内容“" + word + "”，请修改后重新提交";
      }
    }
    boolean needsProof =
        catalogue
            .category(Fields.number(draft, "third_cat_id"))
            .filter(category -> Fields.number(category, "product_qualification_type") == 1)
            .isPresent();
    return needsProof && Fields.texts(draft.get("qualification_pics")).isEmpty()
        ? "该类目商品需上传商品资质"
        : null;
  }

  /**
   * Ends the audit of a product: passed drafts go online.
   *
   * @param reason why it is rejected; null if it passes
   */
  void decideProduct(Shop shop, Map<String, Object> product, @Nullable String reason) {
    product.put("audit_time", shop.clock().wire());
    if (reason == null) {
      AccessTasks.used(shop, AccessTask.PRODUCT);
      product.put("edit_status", 4);
      product.put("reject_reason", "");
      product.put("online", Fields.copy(Fields.object(product.get("draft"))));
      long status = Fields.number(product, "status");
      product.put("status", status == 0 || status == 13 ? 5 : status);
    } else {
      product.put("edit_status", 3);
      product.put("reject_reason", reason);
    }
    shop.put(PRODUCT, Fields.text(product, "out_product_id"), product);
    pushes.push(
        shop,
        "open_product_spu_audit",
        "OpenProductSpuAudit",
        Fields.of(
            "out_product_id", Fields.text(product, "out_product_id"),
            "product_id", Fields.number(product, "product_id"),
            "status", reason == null ? 4 : 3,
            "spu_status", Fields.number(product, "status"),
            "reject_reason", reason == null ? "" : reason));
  }

  /** Ends the audit of a brand or category qualification. */
  void decideQualification(Shop shop, Map<String, Object> one, @Nullable String reason) {
    boolean brand = Fields.text(one, "kind").equals("brand");
    one.put("status", reason == null ? 1 : 9);
    one.put("reject_reason", reason == null ? "" : reason);
    if (brand && reason == null) {
      one.put("brand_id", shop.nextId() % 1_000_000_000L);
    }
    shop.put(QUALIFICATION, Fields.text(one, "audit_id"), one);
    Map<String, Object> body =
        Fields.of(
            "audit_id", Fields.text(one, "audit_id"),
            "status", one.get("status"),
            "audit_type", brand ? 1 : 2,
            "reject_reason", one.get("reject_reason"));
    if (brand && reason == null) {
      body.put("brand_id", one.get("brand_id"));
    }
    pushes.push(
        shop,
        brand ? "open_product_brand_audit" : "open_product_category_audit",
        "QualificationAuditResult",
        body);
  }
}
