package com.wechaterp.hub.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Product requests that a sandbox accepts. */
final class Spus {

  static final String PICTURE = "https://mmecimage.cn/p/" + SandboxServer.APP_ID + "/picture";

  private Spus() {}

  /** Returns a complete product with one SKU, {@code <id>-1}. */
  static Map<String, Object> spu(String outProductId) {
    Map<String, Object> spu = new LinkedHashMap<>();
    spu.put("out_product_id", outProductId);
    spu.put("title", "北欧风格纯棉四件套 " + outProductId);
    spu.put("path", "pages/goods/goods?id=" + outProductId);
    spu.put("direct_path", "pages/goods/goods?id=" + outProductId + "&direct=true");
    spu.put("head_img", List.of(PICTURE));
    spu.put("qualification_pics", List.of(PICTURE));
    spu.put("desc_info", Map.of("desc", "柔软透气", "imgs", List.of(PICTURE)));
    spu.put("third_cat_id", 7011);
    spu.put("brand_id", 2100000000L);
    spu.put("info_version", "1");
    spu.put("skus", List.of(sku(outProductId)));
    spu.put("scene_group_list", List.of(1));
    return spu;
  }

  private static Map<String, Object> sku(String outProductId) {
    Map<String, Object> sku = new LinkedHashMap<>();
    sku.put("out_product_id", outProductId);
    sku.put("out_sku_id", outProductId + "-1");
    sku.put("thumb_img", PICTURE);
    sku.put("sale_price", 29900);
    sku.put("market_price", 39900);
    sku.put("stock_num", 12);
    sku.put("sku_code", "code");
    sku.put("barcode", "6901234567892");
    sku.put("sku_attrs", List.of(Map.of("attr_key", "颜色", "attr_value", "白")));
    return sku;
  }
}
