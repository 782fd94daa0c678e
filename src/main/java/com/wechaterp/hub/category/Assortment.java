package com.wechaterp.hub.category;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What WeChat lets an account sell in and under, as far as the hub knows it. */
public interface Assortment {

  /** Returns the category tree, empty if WeChat has not told it yet. */
  Optional<CategoryTree> tree();

  /** Returns the ids of the categories granted to the account, empty if they are not known. */
  Optional<Set<String>> opened();

  /** Returns the wordings of the account's brands by id, empty if they are not known. */
  Optional<Map<String, String>> brands();
}
