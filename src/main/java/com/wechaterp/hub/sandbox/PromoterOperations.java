package com.wechaterp.hub.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The promoters (推广员) who may bring buyers. */
class PromoterOperations implements OperationFamily {

  static final String KIND = "promoter";
  private static final int LARGEST_PAGE = 20;

  /** The one that traces name when no other is wanted. */
  private static final String DEFAULT = "promoter_sandbox";

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of("shop/promoter/list", this::list);
  }

  /** Returns a promoter as lists and events show it. */
  static Map<String, Object> promoter(String id, String nickname) {
    return Fields.of(
        "finder_nickname", nickname, "promoter_id", id, "promoter_openid", "openid_" + id);
  }

  static void add(Shop shop, String id, String nickname) {
    Map<String, Object> promoter = promoter(id, nickname);
    promoter.put("seq", shop.nextId());
    shop.put(KIND, id, promoter);
  }

  private Map<String, Object> list(Shop shop, Map<String, Object> request) {
    Page.atMost(LARGEST_PAGE, request, "page_size");
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(promoter(DEFAULT, DEFAULT));
    shop.all(KIND).stream()
        .sorted(Comparator.comparing(one -> Fields.number(one, "seq")))
        .map(one -> promoter(Fields.text(one, "promoter_id"), Fields.text(one, "finder_nickname")))
        .forEach(all::add);
    return Fields.of(
        "total_num", all.size(), "promoters", Page.numbered(all, request, "page", "page_size"));
  }
}
