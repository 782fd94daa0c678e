package com.wechaterp.hub.product;

import com.wechaterp.hub.document.ExtraFields;
import java.util.List;
import java.util.Map;

/** Products for tests. */
final class Products {

  private Products() {}

  static Product tea(String title, long price) {
    return product(title, true, List.of(sku("T1-50", price), sku("T1-100", 9900)));
  }

  static Product product(String title, boolean onSale, List<Sku> skus) {
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
        ExtraFields.NONE);
  }

  static Sku sku(String id, long price) {
    return new Sku(
        id, "https://shop.example/t1.jpg", price, 12000, 7, "", "", Map.of("weight", id));
  }
}
