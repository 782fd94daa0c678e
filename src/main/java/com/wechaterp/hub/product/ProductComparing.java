package com.wechaterp.hub.product;

import com.wechaterp.hub.category.Assortment;
import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.qualification.Papers;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.Pages;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the products that changed on either side in a span of time, and does nothing. */
public class ProductComparing {

  private static final String PORT = "products";
  private static final long PAGE = 100;

  private final Pages pages;
  private final Erp erp;
  private final ProductLinks links;
  private final AccountRows owned;
  private final Categories categories;
  private final Function<String, Papers> papers;
  private final ProductPlans plans;

  ProductComparing(
      WeChat wechat,
      Erp erp,
      ProductLinks links,
      AccountRows owned,
      Categories categories,
      Function<String, Papers> papers,
      ProductSettings settings) {
    this.pages = new Pages(wechat);
    this.erp = erp;
    this.links = links;
    this.owned = owned;
    this.categories = categories;
    this.papers = papers;
    this.plans = new ProductPlans(settings);
  }

  /**
   * Compares the products of a span of time.
   *
   * @throws com.wechaterp.hub.wechat.WeChatException if WeChat cannot be reached or refuses
   * @throws com.wechaterp.hub.erp.ErpException if the ERP cannot be reached
   */
  public void run(String account, Instant from, Instant to, Consumer<ComparedProduct> onProduct) {
    Set<String> moved = new HashSet<>();
    atWeChat(
        account,
        from,
        to,
        product -> {
          if (product.movedOn()) {
            moved.add(product.link().outProductId());
          }
          onProduct.accept(product);
        });
    Assortment assortment = categories.assortmentAtHand(account);
    Papers declared = papers.apply(account);
    Set<String> seen = new HashSet<>(moved);
    erp.changed(
        PORT,
        from,
        to,
        keys ->
            inErp(
                account,
                owned.products(account, keys.stream().filter(seen::add).toList()),
                assortment,
                declared,
                onProduct));
  }

  private void atWeChat(
      String account, Instant from, Instant to, Consumer<ComparedProduct> onProduct) {
    pages.each(
        account,
        "shop/spu/get_list",
        Map.of(
            "start_update_time",
            WeChatTime.text(from),
            "end_update_time",
            WeChatTime.text(to),
            "need_edit_spu",
            1L),
        "spus",
        PAGE,
        spus ->
            spus.stream()
                .map(spu -> compared(account, spu))
                .filter(each -> each != null)
                .forEach(onProduct));
  }

  /** Products that nobody sent through the hub, or whose call is under way, are left alone. */
  private @Nullable ComparedProduct compared(String account, Answer spu) {
    ProductLink link = links.of(account, spu.text("out_product_id"));
    return !link.exists() || link.deleted() || link.sending() != null
        ? null
        : new ComparedProduct(link, ProductState.seen(link, spu.fields()), null, Plan.nothing());
  }

  private void inErp(
      String account,
      List<String> keys,
      Assortment assortment,
      Papers declared,
      Consumer<ComparedProduct> onProduct) {
    Map<String, ProductLink> known = links.of(account, keys);
    List<ComparedProduct> found = new ArrayList<>();
    erp.read(
        PORT,
        keys,
        document -> {
          String id = String.valueOf(document.get("out_product_id"));
          ProductLink link = known.getOrDefault(id, ProductLink.unknown(account, id));
          found.add(planned(document, link, assortment, declared));
        },
        bad ->
            found.add(
                new ComparedProduct(
                    ProductLink.unknown(account, bad.key()),
                    null,
                    null,
                    Plan.hold(Hold.of(bad.problem(), Release.ERP_CHANGE)))));
    found.forEach(onProduct);
  }

  private ComparedProduct planned(
      Map<String, Object> document, ProductLink link, Assortment assortment, Papers declared) {
    try {
      Product wanted = ProductReader.read(document);
      Plan plan =
          link.sending() == null ? plans.plan(wanted, link, assortment, declared) : Plan.nothing();
      return new ComparedProduct(link, null, wanted, plan);
    } catch (HoldException e) {
      return new ComparedProduct(link, null, null, Plan.hold(e.hold()));
    } catch (ProblemException e) {
      return new ComparedProduct(
          link, null, null, Plan.hold(Hold.of(e.problem(), Release.ERP_CHANGE)));
    }
  }
}
