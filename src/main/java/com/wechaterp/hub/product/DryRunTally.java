package com.wechaterp.hub.product;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what a dry run plans. */
final class DryRunTally {

  private final Consumer<ProductDryRun.Held> onHeld;
  private final Map<String, Long> calls = new TreeMap<>();
  private final Map<String, Long> held = new TreeMap<>();
  private long products;
  private long gone;
  private long unchanged;
  private long offSale;

  DryRunTally(Consumer<ProductDryRun.Held> onHeld) {
    this.onHeld = onHeld;
  }

  /** Counts one product of the ERP and returns how many there are so far. */
  long product() {
    return ++products;
  }

  long products() {
    return products;
  }

  /**
   * Counts one plan.
   *
   * @param wanted the product, null if the ERP deleted it
   */
  void add(String id, @Nullable Product wanted, Plan plan) {
    if ((wanted == null || !wanted.onSale()) && plan.equals(Plan.nothing())) {
      offSale++;
    } else {
      add(id, plan);
    }
  }

  private void add(String id, Plan plan) {
    plan.calls().forEach(call -> calls.merge(call.operation(), 1L, Long::sum));
    Hold hold = plan.hold();
    if (hold != null) {
      held(id, hold.reason());
    } else if (plan.calls().isEmpty()) {
      unchanged++;
    }
  }

  /** Counts a product the ERP no longer has, unless WeChat no longer sells it either. */
  void gone(String id, Plan plan) {
    if (!plan.calls().isEmpty() || plan.hold() != null) {
      gone++;
      add(id, plan);
    }
  }

  void held(String id, Problem reason) {
    held.merge(reason.code(), 1L, Long::sum);
    onHeld.accept(new ProductDryRun.Held(id, reason));
  }

  /** Returns how many calls cost an audit. */
  int audited() {
    long audited =
        calls.getOrDefault(SpuOperation.ADD, 0L) + calls.getOrDefault(SpuOperation.UPDATE, 0L);
    return (int) Math.min(audited, Integer.MAX_VALUE);
  }

  ProductDryRun.Result result(@Nullable Instant auditedUntil, List<String> unread) {
    return new ProductDryRun.Result(
        products, gone, calls, unchanged, offSale, held, auditedUntil, unread);
  }
}
