package com.wechaterp.hub.link;

import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says which account the ERP's rows belong to, as one ERP has the rows of all accounts: each
 * account has those it is linked with, and the main account those nobody is linked with.
 */
public class AccountRows {

  private static final String ORDERS =
      """
      SELECT account, out_order_id FROM order_link
      WHERE account IN (:accounts) AND out_order_id IN (:ids)""";
  private static final String PRODUCTS =
      """
      SELECT account, out_product_id FROM product_link
      WHERE account IN (:accounts) AND out_product_id IN (:ids)""";

  private final JdbcClient jdbc;
  private final Set<String> accounts;
  private final String main;

  AccountRows(JdbcClient jdbc, Set<String> accounts, String main) {
    this.jdbc = jdbc;
    this.accounts = Set.copyOf(accounts);
    this.main = main;
  }

  /** Returns those of the ERP's orders that belong to an account, in the order they are given. */
  public List<String> orders(String account, Collection<String> outOrderIds) {
    return own(ORDERS, account, outOrderIds);
  }

  /** Returns those of the ERP's products that belong to an account, in the order they are given. */
  public List<String> products(String account, Collection<String> outProductIds) {
    return own(PRODUCTS, account, outProductIds);
  }

  /** Returns the account an order belongs to if it is another one than the given. */
  Optional<String> elsewhere(String account, String outOrderId) {
    Set<String> linked = linked(ORDERS, List.of(outOrderId)).getOrDefault(outOrderId, Set.of());
    return linked.contains(account) ? Optional.empty() : linked.stream().findFirst();
  }

  /**
   * Marks a key of an order of the ERP for the account the order belongs to, if that is another
   * one: the ERP's changes are found for the main account, whichever took the order.
   *
   * @return whether the key was passed on, so that there is nothing to do for its own account
   */
  public boolean passOn(WorkKey key, String outOrderId, WorkList work) {
    Optional<String> elsewhere = elsewhere(key.account(), outOrderId);
    elsewhere.ifPresent(
        account ->
            work.mark(
                new WorkKey(key.flow(), account, key.key()),
                WorkPriority.NORMAL,
                "changed in the ERP"));
    return elsewhere.isPresent();
  }

  private List<String> own(String sql, String account, Collection<String> ids) {
    Map<String, Set<String>> linked = linked(sql, ids);
    return ids.stream()
        .filter(id -> linked.getOrDefault(id, Set.of(main)).contains(account))
        .toList();
  }

  private Map<String, Set<String>> linked(String sql, Collection<String> ids) {
    Map<String, Set<String>> linked = new HashMap<>();
    // Of one account there is nothing to tell apart, and every order would ask.
    boolean alone = accounts.equals(Set.of(main));
    if (!ids.isEmpty() && !accounts.isEmpty() && !alone) {
      jdbc.sql(sql)
          .param("accounts", accounts)
          .param("ids", ids)
          .query(
              row -> {
                linked
                    .computeIfAbsent(row.getString(2), id -> new TreeSet<>())
                    .add(row.getString(1));
              });
    }
    return linked;
  }
}
