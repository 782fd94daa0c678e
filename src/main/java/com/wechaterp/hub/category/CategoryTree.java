package com.wechaterp.hub.category;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.wechat.Answer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All third-level categories of WeChat, as {@code shop/cat/get} answers them. */
public final class CategoryTree {

  private static final int MOST = 3;

  private final Map<Long, Category> leaves = new LinkedHashMap<>();
  private final Map<Long, String> above = new HashMap<>();

  private CategoryTree(List<Category> categories) {
    categories.forEach(
        category -> {
          leaves.put(category.level3(), category);
          above.putAll(category.levels());
        });
    above.keySet().removeAll(leaves.keySet());
  }

  static CategoryTree of(Answer answer) {
    return new CategoryTree(answer.objects("third_cat_list").stream().map(Category::of).toList());
  }

  /** Returns the third-level category of an id, empty if there is none. */
  public Optional<Category> category(String id) {
    return number(id).map(leaves::get);
  }

  /**
   * Returns the third-level categories of a name, or of a whole path of names such as {@code 食品 /
   * 零食 / 坚果} or {@code 食品>零食>坚果}; several if the name is used more than once.
   */
  public List<Category> named(String text) {
    String path = text.strip().replaceAll("\\s*>\\s*", " / ");
    return leaves.values().stream()
        .filter(each -> each.leaf().equals(path) || each.name().equals(path))
        .toList();
  }

  /** Returns the name of a category of the first or second level, empty if it is none. */
  public Optional<String> aboveLeaves(String id) {
    return number(id).map(above::get);
  }

  /**
   * Returns the categories that were probably meant, as {@code id name}: those below an id of a
   * higher level, else those whose id or name is most like the text.
   */
  public List<String> nearest(String text) {
    Optional<Long> id = number(text);
    Stream<Category> below =
        leaves.values().stream()
            .filter(
                each -> id.isPresent() && (each.level1() == id.get() || each.level2() == id.get()));
    List<Category> found = below.limit(MOST).toList();
    if (found.isEmpty()) {
      found =
          leaves.values().stream()
              .filter(each -> !text.isBlank() && each.name().contains(text))
              .limit(MOST)
              .toList();
    }
    return (found.isEmpty() ? alike(text) : found).stream().map(Category::shown).toList();
  }

  private List<Category> alike(String text) {
    Map<String, Category> byWord = new HashMap<>();
    leaves
        .values()
        .forEach(
            each -> {
              byWord.put(String.valueOf(each.level3()), each);
              byWord.put(each.leaf(), each);
            });
    return Nearest.of(text, byWord.keySet()).stream().map(byWord::get).collect(Collectors.toList());
  }

  private static Optional<Long> number(String id) {
    try {
      return Optional.of(Long.valueOf(id.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
