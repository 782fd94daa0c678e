package com.wechaterp.hub.product;

import com.wechaterp.hub.category.Assortment;
import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.qualification.Papers;
import com.wechaterp.hub.quota.Quotas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans the whole catalogue and sends nothing: how many calls, how many holds and why, and when
 * WeChat's allowance will have let everything through.
 *
 * <p>Documents stream and links are read in batches; only eight bytes of each product stay.
 */
public class ProductDryRun {

  private static final int BATCH = 500;
  private static final int PROGRESS = 1000;

  private final Erp erp;
  private final ProductLinks links;
  private final Categories categories;
  private final Function<String, Papers> papers;
  private final Quotas quotas;
  private final ProductPlans plans;

  ProductDryRun(
      Erp erp,
      ProductLinks links,
      Categories categories,
      Function<String, Papers> papers,
      Quotas quotas,
      ProductSettings settings) {
    this.erp = erp;
    this.links = links;
    this.categories = categories;
    this.papers = papers;
    this.quotas = quotas;
    this.plans = new ProductPlans(settings);
  }

  /**
   * What would be done.
   *
   * @param products how many products the ERP has
   * @param gone how many products WeChat has and the ERP no longer has
   * @param calls how many calls of each operation
   * @param unchanged how many products on sale both sides agree on
   * @param offSale how many products the ERP does not want on sale, and WeChat does not sell
   * @param held how many products wait, by the code of the reason
   * @param auditedUntil when the allowance will have let all audited calls through; null if none
   * @param unread the operations whose answer the plan would have needed and the hub has not got
   */
  public record Result(
      long products,
      long gone,
      Map<String, Long> calls,
      long unchanged,
      long offSale,
      Map<String, Long> held,
      @Nullable Instant auditedUntil,
      List<String> unread) {}

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
    DryRunTally tally = new DryRunTally(onHeld);
    NotedAssortment assortment = new NotedAssortment(categories.assortmentAtHand(account));
    Papers declared = papers.apply(account);
    SeenIds seen = new SeenIds();
    List<Map<String, Object>> batch = new ArrayList<>();
    erp.stream(
        "products",
        document -> {
          batch.add(document);
          seen.add(id(document));
          if (batch.size() == BATCH) {
            plan(account, batch, assortment, declared, tally);
            batch.clear();
          }
          if (tally.product() % PROGRESS == 0) {
            progress.accept(tally.products());
          }
        },
        bad -> {
          tally.product();
          seen.add(bad.key());
          tally.held(bad.key(), bad.problem());
        });
    plan(account, batch, assortment, declared, tally);
    gone(account, seen, assortment, tally);
    int audited = tally.audited();
    Instant until = audited == 0 ? null : quotas.eta(account, Quotas.SPU_AUDIT, audited);
    return tally.result(until, assortment.unread());
  }

  private void plan(
      String account,
      List<Map<String, Object>> documents,
      Assortment assortment,
      Papers declared,
      DryRunTally tally) {
    List<String> ids = documents.stream().map(ProductDryRun::id).toList();
    Map<String, ProductLink> known = links.of(account, ids);
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      ProductLink link = known.getOrDefault(id, ProductLink.unknown(account, id));
      try {
        Product wanted = ProductReader.read(documents.get(i));
        tally.add(id, wanted, plans.plan(wanted, link, assortment, declared));
      } catch (HoldException e) {
        tally.held(id, e.hold().reason());
      } catch (ProblemException e) {
        tally.held(id, e.problem());
      }
    }
  }

  /** What WeChat has and the ERP did not stream. */
  private void gone(String account, SeenIds seen, Assortment assortment, DryRunTally tally) {
    List<ProductLink> page = links.page(account, "", BATCH);
    while (!page.isEmpty()) {
      page.stream()
          .filter(link -> !seen.contains(link.outProductId()))
          .forEach(
              link ->
                  tally.gone(link.outProductId(), plans.plan(null, link, assortment, Papers.NONE)));
      page = links.page(account, page.get(page.size() - 1).outProductId(), BATCH);
    }
  }

  private static String id(Map<String, Object> document) {
    return String.valueOf(document.get("out_product_id"));
  }
}
