package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Papers filed earlier with the mini-program platform, which a new audit may use again. */
class Certificates implements OperationFamily {

  private static final String KIND = "certificate";
  private static final String BRAND = "brand_info";
  private static final String CATEGORIES = "category_info_list";

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of("shop/audit/get_miniapp_certificate", Certificates::get);
  }

  private static Map<String, Object> get(Shop shop, Map<String, Object> request) {
    Map<String, Object> filed = Fields.object(shop.get(KIND, KIND));
    if (!filed.containsKey(Fields.number(request, "req_type") == 1 ? CATEGORIES : BRAND)) {
      throw new SandboxError(1050006, "无历史资质");
    }
    return filed;
  }

  /** Files the papers of a brand. */
  static void fileBrand(Shop shop, String wording) {
    file(
        shop,
        BRAND,
        Fields.of(
            "brand_wording",
            wording,
            "sale_authorization",
            List.of(picture(shop, "authorization")),
            "trademark_registration_certificate",
            List.of(picture(shop, "registration"))));
  }

  /** Files the papers of a mini-program category, such as 商家自营 &gt; 食品. */
  static void fileCategory(Shop shop, String name) {
    file(
        shop,
        CATEGORIES,
        List.of(
            Fields.of(
                "first_category_id",
                304,
                "first_category_name",
                "商家自营",
                "second_category_id",
                321,
                "second_category_name",
                name,
                "certificate_url",
                List.of(picture(shop, "certificate")))));
  }

  private static void file(Shop shop, String name, Object papers) {
    Map<String, Object> filed = Fields.object(shop.get(KIND, KIND));
    filed.put(name, papers);
    shop.put(KIND, KIND, filed);
  }

  private static String picture(Shop shop, String name) {
    return "https://store.mp.video.tencent-cloud.com/" + shop.appId() + "/" + name;
  }
}
