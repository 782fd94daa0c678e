package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.erp.Erp;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the catalogue: what WeChat has of it, and the categories the ERP sells in. */
class CatalogueCounts {

  private final JdbcClient jdbc;
  private final Erp erp;

  CatalogueCounts(JdbcClient jdbc, Erp erp) {
    this.jdbc = jdbc;
    this.erp = erp;
  }

  /** How many products WeChat has, and how many of them are on sale and in audit. */
  record Counts(int products, int onSale, int inAudit) {}

  Counts of(String account) {
    return jdbc.sql(
            """
            SELECT COUNT(*),
              COALESCE(SUM(CASE WHEN sale_status = 5 THEN 1 ELSE 0 END), 0),
              COALESCE(SUM(CASE WHEN edit_status = 2 THEN 1 ELSE 0 END), 0)
            FROM product_link WHERE account = ? AND product_id <> '' AND deleted = FALSE""")
        .param(account)
        .query((row, index) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  /** Returns the categories of the products the ERP has on sale; rows it cannot read count not. */
  Set<String> categories() {
    Set<String> categories = new HashSet<>();
    if (erp.has("products")) {
      erp.stream(
          "products",
          product -> {
            if (!Boolean.FALSE.equals(product.get("on_sale"))) {
              categories.add(String.valueOf(product.get("third_cat_id")));
            }
          },
          bad -> {});
    }
    return categories;
  }
}
