package com.wechaterp.hub.product;

import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.quota.Quotas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans the whole catalogue and sends nothing: how many calls, how many holds and why, and when
 * WeChat's allowance will have let everything through.
 *
 * <p>Documents stream and links are read in batches, so memory does not grow with the catalogue.
 */
public class ProductDryRun {

  private static final int BATCH = 500;
  private static final int PROGRESS = 1000;

  private final Erp erp;
  private final ProductLinks links;
  private final Quotas quotas;
  private final ProductRules rules;
  private final ProductPlanner planner;

  ProductDryRun(Erp erp, ProductLinks links, Quotas quotas, ProductSettings settings) {
    this.erp = erp;
    this.links = links;
    this.quotas = quotas;
    this.rules = new ProductRules(settings);
    this.planner = new ProductPlanner(settings.gone());
  }

  /**
   * What would be done.
   *
   * @param products how many products the ERP has
   * @param calls how many calls of each operation
   * @param unchanged how many products both sides agree on
   * @param held how many products wait, by the code of the reason
   * @param auditedUntil when the allowance will have let all audited calls through; null if none
   */
  public record Result(
      long products,
      Map<String, Long> calls,
      long unchanged,
      Map<String, Long> held,
      @Nullable Instant auditedUntil) {}

  /**
   * A product that would wait.
   *
   * @param key its id
   * @param reason why
   */
  public record Held(String key, Problem reason) {}

  /**
   * Plans every product.
   *
   * @param progress told now and then how many were planned
   * @param onHeld told of every product that would wait
   */
  public Result run(String account, LongConsumer progress, Consumer<Held> onHeld) {
    Tally tally = new Tally(onHeld);
    List<Map<String, Object>> batch = new ArrayList<>();
    erp.stream(
        "products",
        document -> {
          batch.add(document);
          if (batch.size() == BATCH) {
            plan(account, batch, tally);
            batch.clear();
          }
          if (++tally.products % PROGRESS == 0) {
            progress.accept(tally.products);
          }
        },
        bad -> {
          tally.products++;
          tally.held(bad.key(), bad.problem());
        });
    plan(account, batch, tally);
    return tally.result(account);
  }

  private void plan(String account, List<Map<String, Object>> documents, Tally tally) {
    List<String> ids =
        documents.stream().map(one -> String.valueOf(one.get("out_product_id"))).toList();
    Map<String, ProductLink> known = links.of(account, ids);
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      try {
        tally.add(
            id, plan(documents.get(i), known.getOrDefault(id, ProductLink.unknown(account, id))));
      } catch (HoldException e) {
        tally.held(id, e.hold().reason());
      } catch (ProblemException e) {
        tally.held(id, e.problem());
      }
    }
  }

  private Plan plan(Map<String, Object> document, ProductLink known) {
    Product wanted = ProductReader.read(document);
    if (wanted != null && wanted.onSale()) {
      Findings.holdIfAny("product", wanted.outProductId(), rules.check(wanted));
    }
    return planner.plan(wanted, known);
  }

  private final class Tally {

    private final Consumer<Held> onHeld;
    private final Map<String, Long> calls = new TreeMap<>();
    private final Map<String, Long> held = new TreeMap<>();
    private long products;
    private long unchanged;

    Tally(Consumer<Held> onHeld) {
      this.onHeld = onHeld;
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

    private void held(String id, Problem reason) {
      held.merge(reason.code(), 1L, Long::sum);
      onHeld.accept(new Held(id, reason));
    }

    private Result result(String account) {
      long audited =
          calls.getOrDefault(SpuOperation.ADD, 0L) + calls.getOrDefault(SpuOperation.UPDATE, 0L);
      Instant until =
          audited == 0
              ? null
              : quotas.eta(account, Quotas.SPU_AUDIT, (int) Math.min(audited, Integer.MAX_VALUE));
      return new Result(products, calls, unchanged, held, until);
    }
  }
}
