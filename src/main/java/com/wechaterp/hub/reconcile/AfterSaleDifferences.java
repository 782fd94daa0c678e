package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.aftersale.AfterSale;
import com.wechaterp.hub.aftersale.ComparedAfterSale;
import com.wechaterp.hub.aftersale.SeenAfterSale;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.reconcile.Difference.Sides;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what differs in one after-sale. */
final class AfterSaleDifferences {

  private final ComparedAfterSale compared;
  private final @Nullable AfterSale known;
  private final @Nullable SeenAfterSale seen;

  private AfterSaleDifferences(ComparedAfterSale compared) {
    this.compared = compared;
    this.known = compared.known();
    this.seen = compared.seen();
  }

  /** Returns what differs, null if nothing does. */
  static @Nullable Difference of(ComparedAfterSale compared) {
    AfterSaleDifferences it = new AfterSaleDifferences(compared);
    AfterSale known = compared.known();
    Difference untold = known == null ? null : it.untold(known);
    return untold == null ? it.planned() : untold;
  }

  /** The ERP is told whenever the hub has looked, so it was told what was seen last. */
  private @Nullable Difference untold(AfterSale known) {
    if (seen == null) {
      return hub("reconcile-aftersale-unseen", "order", known.outOrderId());
    }
    return seen.status() == known.statusCode() && seen.orderamt() == known.orderamt()
        ? null
        : hub("reconcile-aftersale-state", "order", known.outOrderId());
  }

  private @Nullable Difference planned() {
    if (!compared.plan().calls().isEmpty()) {
      String operations =
          compared.plan().calls().stream().map(Call::operation).collect(Collectors.joining(", "));
      return hub("reconcile-aftersale-unsent", "operations", operations);
    }
    Hold hold = compared.plan().hold();
    return hold == null || hold.release() == Release.TIME
        ? null
        : Difference.held(compared.key(), wechatId(), sides(), hold);
  }

  private Difference hub(String code, Object... more) {
    return Difference.of(compared.key(), wechatId(), sides(), Owner.HUB, code, more);
  }

  private String wechatId() {
    return known == null ? "" : known.aftersaleId();
  }

  private Sides sides() {
    return new Sides(
        known == null
            ? Difference.NONE
            : text(known.statusCode(), known.stateName(), known.orderamt()),
        seen == null ? Difference.NONE : text(seen.status(), seen.stateName(), seen.orderamt()));
  }

  private static String text(int status, String name, long amount) {
    return status + " " + name + " " + OrderSides.yuan(amount);
  }
}
