package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.SaleStatus;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductPlannerTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ProductLink UNKNOWN = ProductLink.unknown("main", "T1");

  private final ProductPlanner planner = new ProductPlanner(Gone.DELIST);
  private final Product tea = Products.tea("Spring green tea", 5900);
  private final ProductLink onSale =
      applied(planner.plan(tea, UNKNOWN), UNKNOWN).states(EditStatus.PASSED, SaleStatus.ON_SALE);

  @Test
  void addsAProductThatIsNew() {
    assertThat(operations(planner.plan(tea, UNKNOWN))).containsExactly("shop/spu/add");
  }

  @Test
  void addsANewProductWithoutTheSkusThatHaveNoStock() {
    Product some = tea.withSkus(List.of(soldOut(tea.skus().get(0)), tea.skus().get(1)));

    Plan plan = planner.plan(some, UNKNOWN);
    ProductLink added = applied(plan, UNKNOWN).states(EditStatus.PASSED, SaleStatus.ON_SALE);

    assertThat(((Product) plan.calls().get(0).subject()).skus()).containsExactly(tea.skus().get(1));
    assertThat(planner.plan(some, added)).isEqualTo(Plan.nothing());
    assertThat(operations(planner.plan(tea, added))).containsExactly("shop/spu/update");
  }

  @Test
  void waitsForTheStockOfANewProduct() {
    Plan plan =
        planner.plan(tea.withSkus(tea.skus().stream().map(this::soldOut).toList()), UNKNOWN);

    assertThat(plan.calls()).isEmpty();
    assertThat(plan.hold()).isNotNull();
    assertThat(plan.hold().reason().code()).isEqualTo("product-without-stock");
    assertThat(plan.hold().release()).isEqualTo(Release.ERP_CHANGE);
  }

  @Test
  void sendsThatASkuIsSoldOut() {
    Product some = tea.withSkus(List.of(soldOut(tea.skus().get(0)), tea.skus().get(1)));

    assertThat(operations(planner.plan(some, onSale)))
        .containsExactly("shop/spu/update_without_audit");
  }

  private Sku soldOut(Sku sku) {
    return new Sku(
        sku.outSkuId(),
        sku.thumbImage(),
        sku.salePrice(),
        sku.marketPrice(),
        0,
        sku.code(),
        sku.barcode(),
        sku.attributes());
  }

  @Test
  void doesNothingForAProductOffSaleThatWasNeverSent() {
    assertThat(planner.plan(Product.offSale("T1"), UNKNOWN)).isEqualTo(Plan.nothing());
    assertThat(planner.plan(null, UNKNOWN)).isEqualTo(Plan.nothing());
  }

  @Test
  void sendsOnlyTheChangedSkuWhenAPriceChanges() {
    Plan plan = planner.plan(Products.tea("Spring green tea", 4900), onSale);

    assertThat(operations(plan)).containsExactly("shop/spu/update_without_audit");
    assertThat(((Product) plan.calls().get(0).subject()).skus())
        .extracting(Sku::outSkuId)
        .containsExactly("T1-50");
  }

  @Test
  void updatesWhenTheTitleChanges() {
    assertThat(operations(planner.plan(Products.tea("Autumn green tea", 5900), onSale)))
        .containsExactly("shop/spu/update");
  }

  @Test
  void sendsThePriceAtOnceWhenTheTitleChangesToo() {
    assertThat(operations(planner.plan(Products.tea("Autumn green tea", 4900), onSale)))
        .containsExactly("shop/spu/update_without_audit", "shop/spu/update");
  }

  @Test
  void updatesWhenASkuIsNew() {
    Product more = Products.product("Spring green tea", true, List.of(Products.sku("T1-9", 100)));

    assertThat(operations(planner.plan(more, onSale))).containsExactly("shop/spu/update");
  }

  @Test
  void sendsTheStockOfWhatIsOnSaleWhileANewSkuWaitsForItsAudit() {
    ProductLink inAudit = onSale.states(EditStatus.IN_AUDIT, SaleStatus.ON_SALE);
    Sku dearer = Products.sku("T1-50", 6900);
    Product more =
        Products.product("Spring green tea", true, List.of(dearer, Products.sku("T1-9", 100)));

    Plan plan = planner.plan(more, inAudit);

    assertThat(operations(plan)).containsExactly("shop/spu/update_without_audit");
    assertThat(((Product) plan.calls().get(0).subject()).skus()).containsExactly(dearer);
    assertThat(plan.hold()).isNotNull();
    assertThat(planner.plan(more, applied(plan, inAudit)).calls()).isEmpty();
  }

  @Test
  void neverSubmitsUnderAudit() {
    ProductLink inAudit = onSale.states(EditStatus.IN_AUDIT, SaleStatus.ON_SALE);

    Plan plan = planner.plan(Products.tea("Autumn green tea", 5900), inAudit);

    assertThat(plan.calls()).isEmpty();
    assertThat(plan.hold()).isNotNull();
    assertThat(plan.hold().release()).isEqualTo(Release.AUDIT);
  }

  @Test
  void withdrawsFromAuditWhatIsTakenOffSale() {
    ProductLink inAudit = onSale.states(EditStatus.IN_AUDIT, SaleStatus.ON_SALE);

    assertThat(operations(planner.plan(Product.offSale("T1"), inAudit)))
        .containsExactly("shop/spu/del_audit", "shop/spu/delisting");
  }

  @Test
  void holdsARejectedProductUntilItsContentChanges() {
    ProductLink rejected = onSale.states("9", 3, 5, "Title promises a cure");

    Plan same = planner.plan(tea, rejected);

    assertThat(same.calls()).isEmpty();
    assertThat(same.hold().reason().facts()).containsEntry("reason", "Title promises a cure");
    assertThat(operations(planner.plan(Products.tea("Autumn green tea", 5900), rejected)))
        .containsExactly("shop/spu/update");
  }

  @Test
  void holdsWhatThePlatformDelistedUntilItsContentChanges() {
    ProductLink delisted = onSale.states("9", 4, 13, "Complaints");

    assertThat(planner.plan(tea, delisted).hold().release()).isEqualTo(Release.ERP_CHANGE);
    assertThat(operations(planner.plan(Products.tea("Autumn green tea", 5900), delisted)))
        .containsExactly("shop/spu/update");
  }

  @Test
  void listsAgainWhatIsBackOnSale() {
    ProductLink delisted = onSale.states(EditStatus.PASSED, SaleStatus.DELISTED);

    assertThat(operations(planner.plan(tea, delisted))).containsExactly("shop/spu/listing");
  }

  @Test
  void deletesWhatIsGoneOnlyIfToldTo() {
    assertThat(operations(planner.plan(null, onSale))).containsExactly("shop/spu/delisting");
    assertThat(operations(new ProductPlanner(Gone.DELETE).plan(null, onSale)))
        .containsExactly("shop/spu/del");
  }

  @Test
  void callsNothingMoreOnceAPlanIsApplied() {
    for (ProductLink link : everyState()) {
      for (@Nullable Product wanted : everyWish()) {
        for (Gone gone : Gone.values()) {
          ProductPlanner rules = new ProductPlanner(gone);
          ProductLink after = applied(rules.plan(wanted, link), link);
          assertThat(rules.plan(wanted, after).calls()).as("%s %s", wanted, link).isEmpty();
        }
      }
    }
  }

  private List<ProductLink> everyState() {
    List<ProductLink> links = new ArrayList<>(List.of(UNKNOWN, onSale.gone()));
    for (int edit : new int[] {0, 1, 2, 3, 4, 77}) {
      for (int sale : new int[] {0, 5, 11, 13, 77}) {
        links.add(onSale.states("9", edit, sale, "why"));
      }
    }
    return links;
  }

  private List<@Nullable Product> everyWish() {
    List<@Nullable Product> wishes = new ArrayList<>();
    wishes.add(null);
    wishes.add(Product.offSale("T1"));
    wishes.add(tea);
    wishes.add(Products.tea("Spring green tea", 4900));
    wishes.add(Products.tea("Autumn green tea", 4900));
    wishes.add(Products.product("Tea in tins", true, List.of(Products.sku("T1-9", 100))));
    return wishes;
  }

  private static ProductLink applied(Plan plan, ProductLink link) {
    ProductLink after = link;
    for (Call call : plan.calls()) {
      var begun = AfterCall.begin(call.operation(), (Product) call.subject(), NOW);
      after = AfterCall.done(after, begun, "9");
    }
    return after;
  }

  private static List<String> operations(Plan plan) {
    return plan.calls().stream().map(Call::operation).toList();
  }
}
