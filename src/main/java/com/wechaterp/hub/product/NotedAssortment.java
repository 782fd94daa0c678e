package com.wechaterp.hub.product;

import com.wechaterp.hub.category.Assortment;
import com.wechaterp.hub.category.CategoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Notes which of WeChat's lists a plan needed and the hub has not got. */
final class NotedAssortment implements Assortment {

  private final Assortment known;
  private final Set<String> unread = new TreeSet<>();

  NotedAssortment(Assortment known) {
    this.known = known;
  }

  List<String> unread() {
    return List.copyOf(unread);
  }

  @Override
  public Optional<CategoryTree> tree() {
    return noted("shop/cat/get", known.tree());
  }

  @Override
  public Optional<Set<String>> opened() {
    return noted("shop/account/get_category_list", known.opened());
  }

  @Override
  public Optional<Map<String, String>> brands() {
    return noted("shop/account/get_brand_list", known.brands());
  }

  private <T> Optional<T> noted(String operation, Optional<T> list) {
    if (list.isEmpty()) {
      unread.add(operation);
    }
    return list;
  }
}
