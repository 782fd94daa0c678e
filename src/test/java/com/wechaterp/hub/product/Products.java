package com.wechaterp.hub.product;

import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;

/** Products for tests. */
final class Products {

  private Products() {}

  static Product tea(String title, long price) {
    return product(title, true, List.of(sku("T1-50", price), sku("T1-100", 9900)));
  }

  static Product product(String title, boolean onSale, List<Sku> skus) {
    return product(title, onSale, skus, List.of());
  }

  static Product product(String title, boolean onSale, List<Sku> skus, List<Problem> wrong) {
    return new Product(
        "T1",
        title,
        "pages/goods?id=T1",
        "",
        List.of("https://shop.example/t1.jpg"),
        List.of(),
        "Green tea",
        List.of(),
        "6493",
        Product.NO_BRAND,
        onSale,
        skus,
        ExtraFields.NONE,
        wrong);
  }

  static Sku sku(String id, long price) {
    return sku(id, price, 7);
  }

  static Sku sku(String id, long price, long stock) {
    return new Sku(
        id, "https://shop.example/t1.jpg", price, 12000, stock, "", "", Map.of("weight", id));
  }
}
