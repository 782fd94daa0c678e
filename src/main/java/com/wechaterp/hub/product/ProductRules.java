package com.wechaterp.hub.product;

import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.SkuFigures;
import com.wechaterp.hub.problem.Addresses;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** WeChat's rules for a product, checked before anything is sent and reported together. */
final class ProductRules {

  private static final int ID_LIMIT = 128;
  private static final int HEAD_IMAGES = 9;
  private static final int SKUS = 500;
  private static final int ATTRIBUTE_LIMIT = 40;

  private final ProductSettings settings;

  ProductRules(ProductSettings settings) {
    this.settings = settings;
  }

  /** Returns every rule a product that should be on sale breaks, empty if none. */
  List<Problem> check(Product product) {
    Findings found = new Findings(product.outProductId());
    found.length("out_product_id", product.outProductId(), 1, ID_LIMIT);
    found.length("title", product.title().strip(), settings.titleMinimum(), settings.titleLimit());
    found.length("path", product.path(), 1, Integer.MAX_VALUE);
    found.count("head_img", product.headImages().size(), 1, HEAD_IMAGES);
    found.count(
        "desc_imgs", product.descriptionImages().size(), 0, settings.descriptionImageLimit());
    found.count("skus", product.skus().size(), 1, SKUS);
    product.headImages().forEach(source -> found.image("head_img", source));
    product.qualificationPictures().forEach(source -> found.image("qualification_pics", source));
    product.descriptionImages().forEach(source -> found.image("desc_imgs", source));
    skus(product, found);
    return found.problems;
  }

  /**
   * Returns the product with the SKUs whose stock can be told though something else is wrong: those
   * named once, at the price WeChat has where their own is none.
   */
  static Product withSafeStock(Product product, ProductLink known) {
    Map<String, List<Sku>> named =
        product.skus().stream()
            .collect(Collectors.groupingBy(Sku::outSkuId, LinkedHashMap::new, Collectors.toList()));
    List<Sku> safe = new ArrayList<>();
    named.forEach(
        (id, skus) -> {
          SkuFigures last = known.figures().get(id);
          if (skus.size() == 1 && last != null) {
            Sku sku = skus.get(0);
            Findings found = new Findings(product.outProductId());
            prices(sku, "", found);
            safe.add(
                found.problems.isEmpty() ? sku : sku.priced(last.salePrice(), last.marketPrice()));
          }
        });
    return product.withSkus(safe);
  }

  private static void skus(Product product, Findings found) {
    Set<String> ids = new HashSet<>();
    for (Sku sku : product.skus()) {
      String at = "skus[" + sku.outSkuId() + "].";
      found.length(at + "out_sku_id", sku.outSkuId(), 1, ID_LIMIT);
      if (!ids.add(sku.outSkuId())) {
        found.add("product-sku-twice", at + "out_sku_id", sku.outSkuId());
      }
      found.image(at + "thumb_img", sku.thumbImage());
      prices(sku, at, found);
      attributes(product, sku, at, found);
    }
  }

  private static void prices(Sku sku, String at, Findings found) {
    if (sku.salePrice() <= 0) {
      found.add("product-price", at + "sale_price", sku.salePrice());
    }
    if (sku.marketPrice() < sku.salePrice()) {
      found.add(
          "product-market-price", at + "market_price", sku.marketPrice() + "<" + sku.salePrice());
    }
    if (sku.stock() < 0) {
      // A pack's stock never is; a step of the admin's may make it so.
      found.add("product-stock", at + "stock_num", sku.stock());
    }
  }

  private static void attributes(Product product, Sku sku, String at, Findings found) {
    Set<String> names = product.skus().get(0).attributes().keySet();
    if (!sku.attributes().keySet().equals(names)) {
      found.add("product-attributes", at + "attrs", sku.attributes().keySet() + " / " + names);
    }
    sku.attributes()
        .forEach(
            (name, value) -> {
              found.length(at + "attrs", name, 1, ATTRIBUTE_LIMIT);
              found.length(at + "attrs." + name, value, 1, ATTRIBUTE_LIMIT);
            });
  }

  private static final class Findings {

    private final String key;
    private final List<Problem> problems = new ArrayList<>();

    private Findings(String key) {
      this.key = key;
    }

    private void add(String code, String field, Object found) {
      problems.add(Problem.of(code, "key", key, "field", field, "found", found));
    }

    private void length(String field, String text, int least, int most) {
      int length = text.codePointCount(0, text.length());
      if (length < least || length > most) {
        problems.add(range("product-length", field, length, least, most));
      }
    }

    private void count(String field, int count, int least, int most) {
      if (count < least || count > most) {
        problems.add(range("product-count", field, count, least, most));
      }
    }

    private Problem range(String code, String field, int found, int least, int most) {
      return Problem.of(
          code, "key", key, "field", field, "found", found, "least", least, "most", most);
    }

    private void image(String field, String source) {
      if (!source.matches("(https?|file)://?.+")) {
        add("product-image", field, source.isEmpty() ? "-" : Addresses.shown(source));
      }
    }
  }
}
