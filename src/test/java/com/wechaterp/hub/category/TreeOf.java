package com.wechaterp.hub.category;

import com.wechaterp.hub.wechat.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives tests of other packages a category tree. */
public final class TreeOf {

  private TreeOf() {}

  /** Returns the tree of some third-level categories. */
  @SafeVarargs
  public static CategoryTree categories(Map<String, Object>... leaves) {
    return CategoryTree.of(new Answer(Map.of("third_cat_list", List.of(leaves))));
  }

  /** Returns a category that needs no papers. */
  public static Map<String, Object> free(
      long id, String first, long secondId, String second, String leaf) {
    Map<String, Object> category = new HashMap<>();
    category.put("first_cat_id", id / 100);
    category.put("first_cat_name", first);
    category.put("second_cat_id", secondId);
    category.put("second_cat_name", second);
    category.put("third_cat_id", id);
    category.put("third_cat_name", leaf);
    return category;
  }

  /** Returns a category for which the merchant needs a licence. */
  public static Map<String, Object> merchantPapers(
      long id, String first, long secondId, String second, String leaf) {
    Map<String, Object> category = free(id, first, secondId, second, leaf);
    category.put("qualification_type", 1);
    category.put("qualification", "《许可证》");
    return category;
  }

  /** Returns a category for which each product needs a certificate. */
  public static Map<String, Object> productPapers(
      long id, String first, long secondId, String second, String leaf) {
    Map<String, Object> category = free(id, first, secondId, second, leaf);
    category.put("product_qualification_type", 1);
    category.put("product_qualification", "《3C证书》");
    return category;
  }
}
