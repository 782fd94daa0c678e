package com.wechaterp.hub.product;

import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.SaleStatus;
import com.wechaterp.hub.link.SkuFigures;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The merchant's rule book: what to do at WeChat so that a product is there as it is wanted. */
public final class ProductPlanner {

  private final Gone gone;

  public ProductPlanner(Gone gone) {
    this.gone = gone;
  }

  /**
   * Returns what to do; the same plan for the same arguments, without a look at anything else.
   *
   * @param wanted the product, already checked; null if the ERP no longer has it
   * @param known what the hub knows about it at WeChat
   */
  public Plan plan(@Nullable Product wanted, ProductLink known) {
    if (wanted == null) {
      return gone == Gone.DELETE ? delete(known) : withdraw(known, "gone from the ERP");
    }
    if (!wanted.onSale()) {
      return withdraw(known, "off sale in the ERP");
    }
    if (known.deleted()) {
      return Plan.hold(hold("product-deleted", known, Release.PERSON));
    }
    Product sellable = withoutNewAndSoldOut(wanted, known);
    if (known.exists()) {
      return follow(sellable.skus().isEmpty() ? wanted : sellable, known);
    }
    return sellable.skus().isEmpty()
        ? Plan.hold(hold("product-without-stock", known, Release.ERP_CHANGE))
        : Plan.of(new Call(SpuOperation.ADD, sellable, "new on sale"));
  }

  /** WeChat takes a SKU it does not have yet only with stock (1000015), which may come later. */
  private static Product withoutNewAndSoldOut(Product wanted, ProductLink known) {
    return wanted.withSkus(
        wanted.skus().stream().filter(sku -> sku.stock() > 0 || isKnown(sku, known)).toList());
  }

  private static boolean isKnown(Sku sku, ProductLink known) {
    return known.onlineSkus().contains(sku.outSkuId())
        || known.figures().containsKey(sku.outSkuId());
  }

  /**
   * Returns no more than what tells WeChat the stock of SKUs it sells, for a product that must wait
   * for something else.
   */
  public Plan stock(Product wanted, ProductLink known) {
    List<Sku> changed =
        known.exists() && !known.deleted()
            ? wanted.skus().stream()
                .filter(sku -> isOnline(sku.outSkuId(), known))
                .filter(sku -> !sku.figures().equals(last(sku, known)))
                .toList()
            : List.of();
    return changed.isEmpty()
        ? Plan.nothing()
        : Plan.of(
            new Call(
                SpuOperation.UPDATE_WITHOUT_AUDIT,
                wanted.withSkus(changed),
                "price or stock changed"));
  }

  private Plan delete(ProductLink known) {
    if (!known.exists() || known.deleted()) {
      return Plan.nothing();
    }
    List<Call> calls = new ArrayList<>();
    takeBack(known, calls, "gone from the ERP");
    calls.add(new Call(SpuOperation.DEL, subject(known), "gone from the ERP"));
    return new Plan(calls, null);
  }

  private Plan withdraw(ProductLink known, String why) {
    if (!known.exists() || known.deleted()) {
      return Plan.nothing();
    }
    List<Call> calls = new ArrayList<>();
    takeBack(known, calls, why);
    boolean approved = known.edit() == EditStatus.PASSED;
    if (known.sale() == SaleStatus.ON_SALE || known.sale() == SaleStatus.INITIAL && approved) {
      calls.add(new Call(SpuOperation.DELISTING, subject(known), why));
    }
    return new Plan(calls, null);
  }

  private static void takeBack(ProductLink known, List<Call> calls, String why) {
    if (known.edit() == EditStatus.IN_AUDIT) {
      calls.add(new Call(SpuOperation.DEL_AUDIT, subject(known), why));
    }
  }

  private static Plan follow(Product wanted, ProductLink known) {
    List<Call> calls = new ArrayList<>();
    boolean figuresWait = figures(wanted, known, calls);
    boolean changed = !Fingerprint.of(wanted).equals(known.sent());
    if (known.sale() == SaleStatus.DELISTED && known.online()) {
      calls.add(new Call(SpuOperation.LISTING, subject(known), "back on sale"));
    }
    return switch (known.edit()) {
      case IN_AUDIT -> new Plan(calls, underAudit(known, changed || figuresWait));
      case REJECTED -> resubmit(wanted, known, calls, known.rejected(), "product-rejected");
      case UNKNOWN -> new Plan(calls, hold("product-state-unknown", known, Release.PERSON));
      case INITIAL, EDITING -> submit(wanted, calls, "draft not under audit");
      case PASSED -> approved(wanted, known, calls, changed || figuresWait);
    };
  }

  private static Plan approved(
      Product wanted, ProductLink known, List<Call> calls, boolean changed) {
    if (changed) {
      return submit(wanted, calls, "content changed");
    }
    return switch (known.sale()) {
      case DELISTED_BY_PLATFORM ->
          new Plan(calls, hold("product-delisted-by-platform", known, Release.ERP_CHANGE));
      case UNKNOWN -> new Plan(calls, hold("product-state-unknown", known, Release.PERSON));
      case INITIAL -> {
        calls.add(new Call(SpuOperation.LISTING, subject(known), "approved and wanted on sale"));
        yield new Plan(calls, null);
      }
      case ON_SALE, DELISTED -> new Plan(calls, null);
    };
  }

  private static Plan resubmit(
      Product wanted, ProductLink known, List<Call> calls, String refused, String problem) {
    return Fingerprint.of(wanted).equals(refused)
        ? new Plan(calls, hold(problem, known, Release.ERP_CHANGE))
        : submit(wanted, calls, "content changed after the rejection");
  }

  private static Plan submit(Product wanted, List<Call> calls, String why) {
    calls.add(new Call(SpuOperation.UPDATE, wanted, why));
    return new Plan(calls, null);
  }

  private static @Nullable Hold underAudit(ProductLink known, boolean more) {
    return more ? hold("product-under-audit", known, Release.AUDIT) : null;
  }

  /** Adds the unaudited call if there is need; returns whether figures cannot go that way. */
  private static boolean figures(Product wanted, ProductLink known, List<Call> calls) {
    List<Sku> changed =
        wanted.skus().stream().filter(sku -> !sku.figures().equals(last(sku, known))).toList();
    if (changed.isEmpty() && wanted.path().equals(known.path())) {
      return false;
    }
    Set<String> ids = wanted.skus().stream().map(Sku::outSkuId).collect(Collectors.toSet());
    boolean same = ids.equals(known.onlineSkus()) && ids.equals(known.figures().keySet());
    List<Sku> sendable = changed.stream().filter(sku -> isOnline(sku.outSkuId(), known)).toList();
    // WeChat refuses a call with a SKU it does not sell yet; the others need not wait for that one.
    if (same || !sendable.isEmpty()) {
      String why = changed.isEmpty() ? "page changed" : "price or stock changed";
      calls.add(new Call(SpuOperation.UPDATE_WITHOUT_AUDIT, wanted.withSkus(sendable), why));
    }
    return !same;
  }

  private static boolean isOnline(String outSkuId, ProductLink known) {
    return known.onlineSkus().contains(outSkuId) && known.figures().containsKey(outSkuId);
  }

  private static @Nullable SkuFigures last(Sku sku, ProductLink known) {
    return known.figures().get(sku.outSkuId());
  }

  private static Product subject(ProductLink known) {
    return Product.offSale(known.outProductId());
  }

  private static Hold hold(String code, ProductLink known, Release release) {
    return Hold.of(
        Problem.of(
            code,
            "key",
            known.outProductId(),
            "reason",
            known.reason().isEmpty() ? "-" : known.reason(),
            "edit",
            known.editCode(),
            "status",
            known.saleCode()),
        release);
  }
}
