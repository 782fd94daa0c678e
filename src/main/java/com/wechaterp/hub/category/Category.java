package com.wechaterp.hub.category;

import com.wechaterp.hub.wechat.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One third-level category, the only kind that products are put into.
 *
 * @param level1 id of its first level
 * @param level2 id of its second level
 * @param level3 its own id, {@code third_cat_id}
 * @param name its path of names, such as {@code 食品 / 零食 / 坚果}
 * @param leaf its own name
 * @param qualification whether the merchant needs a certificate for it
 * @param qualificationText which, in WeChat's words
 * @param productQualification whether each product needs a certificate
 * @param productQualificationText which, in WeChat's words
 */
public record Category(
    long level1,
    long level2,
    long level3,
    String name,
    String leaf,
    Requirement qualification,
    String qualificationText,
    Requirement productQualification,
    String productQualificationText) {

  static Category of(Answer one) {
    return new Category(
        one.number("first_cat_id"),
        one.number("second_cat_id"),
        one.number("third_cat_id"),
        String.join(
            " / ",
            one.text("first_cat_name"),
            one.text("second_cat_name"),
            one.text("third_cat_name")),
        one.text("third_cat_name"),
        Requirement.of(one.number("qualification_type")),
        one.text("qualification"),
        Requirement.of(one.number("product_qualification_type")),
        one.text("product_qualification"));
  }

  /** Returns id and name, for people. */
  public String shown() {
    return level3 + " " + name;
  }

  /** Returns the ids of all levels with their names. */
  Map<Long, String> levels() {
    String[] names = name.split(" / ", -1);
    Map<Long, String> levels = new LinkedHashMap<>();
    levels.put(level1, names[0]);
    levels.put(level2, names.length > 1 ? names[1] : "");
    levels.put(level3, leaf);
    return levels;
  }
}
