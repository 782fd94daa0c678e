package com.wechaterp.hub.product;

import com.wechaterp.hub.category.Assortment;
import com.wechaterp.hub.category.Category;
import com.wechaterp.hub.category.CategoryTree;
import com.wechaterp.hub.category.Requirement;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a product's category and brand against what WeChat lets the account sell in and under,
 * before an audit is spent on them.
 *
 * <p>What the hub has not been told by WeChat is no reason to hold a product.
 */
final class ProductClasses {

  private final Assortment known;

  ProductClasses(Assortment known) {
    this.known = known;
  }

  /** Returns the product with ids for a category and a brand given by name, where one is meant. */
  Product withIds(Product wanted) {
    String category = wanted.category();
    if (!isId(category)) {
      List<Category> named =
          known.tree().map(tree -> tree.named(wanted.category())).orElse(List.of());
      category = named.size() == 1 ? String.valueOf(named.get(0).level3()) : category;
    }
    return wanted.classified(category, isId(wanted.brand()) ? wanted.brand() : brandId(wanted));
  }

  private String brandId(Product wanted) {
    return known.brands().orElse(Map.of()).entrySet().stream()
        .filter(brand -> brand.getValue().equalsIgnoreCase(wanted.brand().strip()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(wanted.brand());
  }

  /** Returns why WeChat would not take the product's category or brand, empty if it may. */
  List<Problem> check(Product product) {
    List<Problem> found = new ArrayList<>();
    known
        .tree()
        .ifPresentOrElse(
            tree -> category(product, tree, found),
            () -> number(product, "third_cat_id", product.category(), found));
    if (!product.brand().equals(Product.NO_BRAND)) {
      known
          .brands()
          .ifPresentOrElse(
              brands -> brand(product, brands, found),
              () -> number(product, "brand_id", product.brand(), found));
    }
    return found;
  }

  private void category(Product product, CategoryTree tree, List<Problem> found) {
    String given = product.category();
    Category category = tree.category(given).orElse(null);
    if (category != null) {
      papers(product, category, found);
      return;
    }
    List<Category> named = tree.named(given);
    if (named.size() > 1) {
      List<String> all = named.stream().map(Category::shown).toList();
      found.add(unknown("product-category-ambiguous", product, given, all));
      return;
    }
    String above = tree.aboveLeaves(given).map(name -> given + " " + name).orElse("");
    found.add(
        above.isEmpty()
            ? unknown("product-category-unknown", product, given, tree.nearest(given))
            : unknown("product-category-not-leaf", product, above, tree.nearest(given)));
  }

  private void papers(Product product, Category category, List<Problem> found) {
    if (category.qualification() == Requirement.MANDATORY
        && !known.opened().orElse(Set.of(product.category())).contains(product.category())) {
      found.add(
          papers("product-category-not-open", product, category, category.qualificationText()));
    }
    if (category.productQualification() == Requirement.MANDATORY
        && product.qualificationPictures().isEmpty()) {
      found.add(
          papers("product-certificate", product, category, category.productQualificationText()));
    }
  }

  private static void brand(Product product, Map<String, String> brands, List<Problem> found) {
    if (!brands.containsKey(product.brand())) {
      Map<String, String> shown = new LinkedHashMap<>();
      brands.forEach((id, wording) -> shown.put(id, id + " " + wording));
      brands.forEach((id, wording) -> shown.put(wording, id + " " + wording));
      List<String> nearest =
          Nearest.of(product.brand(), shown.keySet()).stream().map(shown::get).distinct().toList();
      found.add(
          Problem.of(
              "product-brand-unknown",
              "key",
              product.outProductId(),
              "field",
              "brand_id",
              "found",
              product.brand(),
              "nearest",
              nearest.isEmpty() ? "-" : String.join("; ", nearest)));
    }
  }

  private static Problem unknown(String code, Product product, String found, List<String> nearest) {
    return Problem.of(
        code,
        "key",
        product.outProductId(),
        "field",
        "third_cat_id",
        "found",
        found.isBlank() ? "-" : found,
        "nearest",
        nearest.isEmpty() ? "-" : String.join("; ", nearest));
  }

  private static Problem papers(String code, Product product, Category category, String papers) {
    return Problem.of(
        code,
        "key",
        product.outProductId(),
        "field",
        "third_cat_id",
        "found",
        category.shown(),
        "papers",
        papers.isBlank() ? "-" : papers);
  }

  private static void number(Product product, String field, String text, List<Problem> found) {
    if (!isId(text)) {
      found.add(
          Problem.of(
              "product-name-unread",
              "key",
              product.outProductId(),
              "field",
              field,
              "found",
              text.isBlank() ? "-" : text));
    }
  }

  private static boolean isId(String text) {
    return text.matches("\\d{1,18}");
  }
}
