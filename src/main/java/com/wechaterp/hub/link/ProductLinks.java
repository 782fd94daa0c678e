package com.wechaterp.hub.link;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The links of products; all methods join the caller's transaction. */
public interface ProductLinks {

  /** Returns the link, {@link ProductLink#unknown} if there is none. */
  ProductLink of(String account, String outProductId);

  /** Returns the links of some products by their ids; what has no link is missing. */
  Map<String, ProductLink> of(String account, Collection<String> outProductIds);

  /** Returns the merchant's id of a product that WeChat numbered, if the hub has sent it. */
  Optional<String> outProductId(String account, String productId);

  /**
   * Stores a link and returns it with its next version.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it
   */
  ProductLink save(ProductLink link);

  /**
   * Returns the links of products that WeChat has, in the order of their ids, page by page.
   *
   * @param after the id the last page ended with, empty for the first page
   */
  List<ProductLink> page(String account, String after, int limit);

  /** Returns the accounts that have products in audit. */
  List<String> accountsInAudit();

  /** Returns the ids of products in audit since before a time, oldest first. */
  List<String> inAudit(String account, Instant before, int limit);
}
