package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.erp.Erp;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the catalogue: what WeChat has of it, and the categories the ERP sells in. */
class CatalogueCounts {

  private final JdbcClient jdbc;
  private final Erp erp;

  CatalogueCounts(JdbcClient jdbc, Erp erp) {
    this.jdbc = jdbc;
    this.erp = erp;
  }

  /** How many products WeChat has, and how many of them are in audit. */
  record Counts(int products, int inAudit) {}

  /**
   * What the ERP has on sale; rows it cannot read count not.
   *
   * @param categories the categories it sells in
   * @param onSale how many products
   * @param sent how many of them WeChat has
   */
  record Offer(Set<String> categories, int onSale, int sent) {}

  Counts of(String account) {
    return jdbc.sql(
            """
            SELECT COUNT(*), COALESCE(SUM(CASE WHEN edit_status = 2 THEN 1 ELSE 0 END), 0)
            FROM product_link WHERE account = ? AND product_id <> '' AND deleted = FALSE""")
        .param(account)
        .query((row, index) -> new Counts(row.getInt(1), row.getInt(2)))
        .single();
  }

  Offer offer(String account) {
    Set<String> categories = new HashSet<>();
    AtomicInteger onSale = new AtomicInteger();
    AtomicInteger sent = new AtomicInteger();
    if (erp.has("products")) {
      Set<String> atWeChat = atWeChat(account);
      erp.stream(
          "products",
          product -> {
            if (!Boolean.FALSE.equals(product.get("on_sale"))) {
              categories.add(String.valueOf(product.get("third_cat_id")));
              onSale.incrementAndGet();
              sent.addAndGet(atWeChat.contains("" + product.get("out_product_id")) ? 1 : 0);
            }
          },
          bad -> {});
    }
    return new Offer(categories, onSale.get(), sent.get());
  }

  private Set<String> atWeChat(String account) {
    return new HashSet<>(
        jdbc.sql(
                "SELECT out_product_id FROM product_link"
                    + " WHERE account = ? AND product_id <> '' AND deleted = FALSE")
            .param(account)
            .query(String.class)
            .list());
  }
}
