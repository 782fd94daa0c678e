package com.wechaterp.hub.qualification;

import com.wechaterp.hub.category.Category;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the platform's request bodies of qualifications. */
final class QualificationBody {

  private static final Set<String> NUMBERS =
      Set.of("brand_audit_type", "brand_management_type", "commodity_origin_type");
  private static final Set<String> TIMES =
      Set.of("trademark_authorization_period", "trademark_application_time");

  private QualificationBody() {}

  /** Returns the body of {@code shop/audit/audit_category} or {@code shop/audit/audit_brand}. */
  static Map<String, Object> of(QualificationRequest request) {
    Map<String, Object> audit = new LinkedHashMap<>();
    audit.put("license", links(request, "license"));
    Category category = request.category();
    if (category == null) {
      audit.put("brand_info", brand(request));
    } else {
      audit.put(
          "category_info",
          Map.of(
              "level1", category.level1(),
              "level2", category.level2(),
              "level3", category.level3(),
              "certificate", links(request, "certificate")));
    }
    return Map.of("audit_req", audit);
  }

  private static Map<String, Object> brand(QualificationRequest request) {
    Map<String, Object> brand = new LinkedHashMap<>();
    request.wanted().details().forEach((name, value) -> brand.put(name, detail(name, value)));
    List<String> lists = new ArrayList<>(QualificationKind.BRAND.pictures());
    lists.remove("license");
    for (String name : lists) {
      if (!request.wanted().pictures(name).isEmpty()) {
        brand.put(name, links(request, name));
      }
    }
    return brand;
  }

  private static Object detail(String name, String value) {
    if (NUMBERS.contains(name)) {
      return Long.valueOf(value);
    }
    // WeChat wants a time with the date (WeChat docs, conventions of the interface).
    return TIMES.contains(name) && value.length() == 10 ? value + " 00:00:00" : value;
  }

  private static List<String> links(QualificationRequest request, String name) {
    return request.wanted().pictures(name).stream()
        .map(source -> request.links().getOrDefault(source, source))
        .toList();
  }
}
