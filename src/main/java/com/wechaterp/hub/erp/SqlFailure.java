package com.wechaterp.hub.erp;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/**
 * A failure of the ERP's database, to be recognised by what database and driver say.
 *
 * @param failure as Spring gives it
 * @param mysql whether the numbers of errors are MySQL's
 */
record SqlFailure(RuntimeException failure, boolean mysql) {

  /** Returns whether the database gave one of MySQL's numbers (MySQL Server Error Reference). */
  boolean number(Integer... numbers) {
    SQLException sql = sql();
    return mysql && sql != null && Set.of(numbers).contains(sql.getErrorCode());
  }

  /** Returns whether the standard's state begins with one of some texts. */
  boolean state(String... beginnings) {
    SQLException sql = sql();
    String state = sql == null ? null : sql.getSQLState();
    return state != null && List.of(beginnings).stream().anyMatch(state::startsWith);
  }

  /** Returns whether anything in the chain says one of some texts, in any case. */
  boolean says(String... texts) {
    return chain().stream()
        .map(each -> String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(message -> List.of(texts).stream().anyMatch(message::contains));
  }

  /** Returns whether anything in the chain is of one of some types. */
  boolean is(Class<?>... types) {
    return chain().stream()
        .anyMatch(each -> List.of(types).stream().anyMatch(type -> type.isInstance(each)));
  }

  /** Returns whether a database or its driver said anything at all. */
  boolean ofDatabase() {
    return sql() != null;
  }

  /** Returns what lies at the bottom. */
  Throwable root() {
    return NestedExceptionUtils.getMostSpecificCause(failure);
  }

  /** The pool and Spring wrap what the database said. */
  private @Nullable SQLException sql() {
    SQLException deepest = null;
    for (Throwable each : chain()) {
      if (each instanceof SQLException sql) {
        deepest = sql;
      }
    }
    return deepest;
  }

  private List<Throwable> chain() {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
      chain.add(each);
    }
    return chain;
  }
}
