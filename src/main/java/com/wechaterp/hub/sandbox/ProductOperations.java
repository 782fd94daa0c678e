package com.wechaterp.hub.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Products with their two copies, draft and online (WeChat docs, states of products [商品状态]). */
class ProductOperations implements OperationFamily {

  private static final String KIND = Audits.PRODUCT;

  private static final List<String> FIGURES =
      List.of("sale_price", "market_price", "stock_num", "sku_code", "barcode");

  private final Audits audits;
  private final ProductQuota quota;
  private final Catalogue catalogue;

  ProductOperations(Audits audits, ProductQuota quota, Catalogue catalogue) {
    this.audits = audits;
    this.quota = quota;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    Map<String, SandboxOperation> operations = new LinkedHashMap<>();
    operations.put("shop/spu/add", this::add);
    operations.put("shop/spu/update", this::update);
    operations.put("shop/spu/update_without_audit", this::updateWithoutAudit);
    operations.put("shop/spu/del", this::delete);
    operations.put("shop/spu/del_audit", this::withdraw);
    operations.put("shop/spu/get", this::get);
    operations.put("shop/spu/get_list", new ProductList()::answer);
    operations.put("shop/spu/listing", this::list);
    operations.put("shop/spu/delisting", this::delist);
    return operations;
  }

  private Map<String, Object> add(Shop shop, Map<String, Object> request) {
    check(shop, request);
    String id = Fields.text(request, "out_product_id");
    if (shop.get(KIND, id) != null) {
      throw new SandboxError(1000012, "商品id已存在,请调用更新接口");
    }
    if (Fields.objects(request.get("skus")).stream()
        .anyMatch(sku -> Fields.number(sku, "stock_num") == 0)) {
      throw new SandboxError(1000015, "商品新增时sku库存不允许为0");
    }
    quota.take(shop, id);
    Map<String, Object> product =
        Fields.of(
            "out_product_id",
            id,
            "product_id",
            shop.nextId(),
            "status",
            0,
            "create_time",
            shop.clock().wire());
    submit(shop, product, request);
    return Fields.of("data", answer(shop, product, "create_time"));
  }

  private Map<String, Object> update(Shop shop, Map<String, Object> request) {
    Map<String, Object> product = find(shop, request);
    if (Fields.number(product, "edit_status") == 2) {
      throw new SandboxError(9401023, "SPU不允许编辑");
    }
    check(shop, request);
    quota.take(shop, Fields.text(product, "out_product_id"));
    submit(shop, product, request);
    return Fields.of("data", answer(shop, product, "update_time"));
  }

  private void submit(Shop shop, Map<String, Object> product, Map<String, Object> request) {
    Map<String, Object> draft = Fields.copy(request);
    draft.remove("product_id");
    Map<String, Object> skuIds = Fields.object(product.get("sku_ids"));
    Fields.objects(draft.get("skus"))
        .forEach(
            sku -> skuIds.computeIfAbsent(Fields.text(sku, "out_sku_id"), id -> shop.nextId()));
    product.put("sku_ids", skuIds);
    product.put("draft", draft);
    product.put("edit_status", 2);
    product.put("reject_reason", "");
    product.put("submit_time", shop.clock().wire());
    product.put("update_time", shop.clock().wire());
    product.put("audit_due", audits.dueFrom(shop));
    shop.put(KIND, Fields.text(product, "out_product_id"), product);
  }

  private Map<String, Object> answer(Shop shop, Map<String, Object> product, String time) {
    List<Map<String, Object>> skus = new ArrayList<>();
    Fields.object(product.get("sku_ids"))
        .forEach((out, id) -> skus.add(Fields.of("sku_id", id, "out_sku_id", out)));
    return Fields.of(
        "product_id",
        product.get("product_id"),
        "out_product_id",
        product.get("out_product_id"),
        time,
        shop.clock().wire(),
        "skus",
        skus);
  }

  private Map<String, Object> updateWithoutAudit(Shop shop, Map<String, Object> request) {
    Map<String, Object> product = find(shop, request);
    Map<String, Object> online = Fields.object(product.get("online"));
    List<Map<String, Object>> changes = Fields.objects(request.get("skus"));
    for (Map<String, Object> change : changes) {
      if (sku(online, Fields.text(change, "out_sku_id")).isEmpty()) {
        throw new SandboxError(1000004, "sku不存在于线上数据");
      }
    }
    for (Map<String, Object> copy : List.of(online, Fields.object(product.get("draft")))) {
      changes.forEach(change -> apply(copy, change));
      if (request.containsKey("path")) {
        copy.put("path", request.get("path"));
      }
    }
    product.put("update_time", shop.clock().wire());
    shop.put(KIND, Fields.text(product, "out_product_id"), product);
    return Fields.of(
        "data",
        Fields.of(
            "product_id", product.get("product_id"),
            "out_product_id", product.get("out_product_id"),
            "update_time", shop.clock().wire()));
  }

  private static void apply(Map<String, Object> copy, Map<String, Object> change) {
    Map<String, Object> sku = sku(copy, Fields.text(change, "out_sku_id"));
    FIGURES.stream()
        .filter(change::containsKey)
        .filter(name -> !sku.isEmpty())
        .forEach(name -> sku.put(name, change.get(name)));
  }

  private static Map<String, Object> sku(Map<String, Object> copy, String outSkuId) {
    return Fields.objects(copy.get("skus")).stream()
        .filter(sku -> Fields.text(sku, "out_sku_id").equals(outSkuId))
        .findAny()
        .orElseGet(LinkedHashMap::new);
  }

  private Map<String, Object> get(Shop shop, Map<String, Object> request) {
    Map<String, Object> product = find(shop, request);
    return Fields.of("spu", shown(product, Fields.number(request, "need_edit_spu") == 1));
  }

  /** Returns a product as WeChat shows it: its draft, or what is online. */
  static Map<String, Object> shown(Map<String, Object> product, boolean draft) {
    Map<String, Object> online = Fields.object(product.get("online"));
    Map<String, Object> content =
        Fields.copy(draft || online.isEmpty() ? Fields.object(product.get("draft")) : online);
    content.put("product_id", product.get("product_id"));
    content.put("status", product.get("status"));
    content.put("edit_status", product.get("edit_status"));
    content.put("create_time", product.get("create_time"));
    content.put("update_time", product.get("update_time"));
    content.putIfAbsent("desc_info", Fields.of("desc", "", "imgs", List.of()));
    content.put(
        "audit_info",
        Fields.of(
            "submit_time", Fields.text(product, "submit_time"),
            "audit_time", Fields.text(product, "audit_time"),
            "reject_reason", Fields.text(product, "reject_reason")));
    content.remove("direct_path");
    return content;
  }

  private Map<String, Object> delete(Shop shop, Map<String, Object> request) {
    Map<String, Object> product = find(shop, request);
    product.put("deleted", true);
    shop.put(KIND, Fields.text(product, "out_product_id"), product);
    return Map.of();
  }

  private Map<String, Object> withdraw(Shop shop, Map<String, Object> request) {
    Map<String, Object> product = find(shop, request);
    if (Fields.number(product, "edit_status") != 2) {
      throw new SandboxError(1000016, "商品不在审核中");
    }
    return states(shop, product, "edit_status", 1);
  }

  private Map<String, Object> list(Shop shop, Map<String, Object> request) {
    Map<String, Object> product = find(shop, request);
    long status = Fields.number(product, "status");
    if (Fields.object(product.get("online")).isEmpty()) {
      throw new SandboxError(1000003, "该商品未经过审核,无可用的数据");
    }
    if (status == 13) {
      throw new SandboxError(9401023, "SPU不允许编辑");
    }
    return states(shop, product, "status", 5);
  }

  private Map<String, Object> delist(Shop shop, Map<String, Object> request) {
    Map<String, Object> product = find(shop, request);
    long status = Fields.number(product, "status");
    if (status == 13) {
      throw new SandboxError(9401023, "SPU不允许编辑");
    }
    return states(shop, product, "status", 11);
  }

  private static Map<String, Object> states(
      Shop shop, Map<String, Object> product, String field, int state) {
    product.put(field, state);
    product.put("update_time", shop.clock().wire());
    shop.put(KIND, Fields.text(product, "out_product_id"), product);
    return Map.of();
  }

  private static Map<String, Object> find(Shop shop, Map<String, Object> request) {
    String outId = Fields.text(request, "out_product_id");
    long id = Fields.number(request, "product_id");
    Map<String, Object> product =
        outId.isEmpty()
            ? shop.all(KIND).stream()
                .filter(one -> Fields.number(one, "product_id") == id)
                .findAny()
                .orElse(null)
            : shop.get(KIND, outId);
    boolean matches = product != null && (id == 0 || Fields.number(product, "product_id") == id);
    if (product == null || !matches || Boolean.TRUE.equals(product.get("deleted"))) {
      throw new SandboxError(9401002, "SPU不存在");
    }
    return product;
  }

  private void check(Shop shop, Map<String, Object> request) {
    if (Fields.objects(request.get("skus")).isEmpty()) {
      throw new SandboxError(1000020, "sku列表为空");
    }
    Map<String, Object> category =
        catalogue
            .category(Fields.number(request, "third_cat_id"))
            .orElseThrow(() -> new SandboxError(1000009, "调用的类目id不存在"));
    if (Fields.number(category, "qualification_type") == 1
        && !QualificationOperations.holdsCategory(shop, Fields.number(category, "third_cat_id"))) {
      throw new SandboxError(1000005, "该商品类目需要特殊资质");
    }
    long brand = Fields.number(request, "brand_id");
    if (!catalogue.hasBrand(brand) && !QualificationOperations.holdsBrand(shop, brand)) {
      throw new SandboxError(1000006, "该商品存在未授权的品牌信息");
    }
    Pictures.requireOurs(pictures(request));
    for (Map<String, Object> sku : Fields.objects(request.get("skus"))) {
      if (Fields.number(sku, "sale_price") <= 0) {
        throw new SandboxError(9401020, "参数有误: sale_price");
      }
    }
  }

  private static List<String> pictures(Map<String, Object> request) {
    List<String> pictures = new ArrayList<>(Fields.texts(request.get("head_img")));
    pictures.addAll(Fields.texts(request.get("qualification_pics")));
    pictures.addAll(Fields.texts(Fields.object(request.get("desc_info")).get("imgs")));
    Fields.objects(request.get("skus")).forEach(sku -> pictures.add(Fields.text(sku, "thumb_img")));
    return pictures;
  }
}
