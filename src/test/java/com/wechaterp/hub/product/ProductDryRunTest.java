package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.category.CategoriesOf;
import com.wechaterp.hub.erp.BadRow;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.link.SaleStatus;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.qualification.Papers;
import com.wechaterp.hub.quota.QuotasOf;
import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ProductDryRunTest {

  private static final Clock TEN_PAST =
      Clock.fixed(Instant.parse("2026-11-25T02:10:00Z"), ZoneOffset.UTC);

  private final HikariDataSource database = HubDatabase.h2();
  private final ProductLinks links = LinksOf.products(database);
  private final FalteringWeChat wechat = new FalteringWeChat();
  private final Categories categories = CategoriesOf.database(database, wechat);
  private final Erp erp = Mockito.mock(Erp.class);
  private final List<Map<String, Object>> documents = new ArrayList<>();
  private final List<BadRow> bad = new ArrayList<>();
  private final Map<String, String> held = new HashMap<>();
  private Papers papers = Papers.NONE;
  private final ProductDryRun dryRun =
      new ProductDryRun(
          erp,
          links,
          categories,
          account -> papers,
          QuotasOf.database(database, 4, 100, TEN_PAST),
          new ProductSettings(Gone.DELIST, 60, 5, 50));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void countsWhatWouldBeSentAndSendsNothing() {
    documents.add(document("T1"));
    documents.add(document("T2"));

    ProductDryRun.Result result = run();

    assertThat(result.products()).isEqualTo(2);
    assertThat(result.calls()).isEqualTo(Map.of("shop/spu/add", 2L));
    assertThat(wechat.called).isEmpty();
  }

  @Test
  void countsProductsOnWhichBothSidesAgree() {
    documents.add(document("T1"));
    onSale("T1", ProductReader.read(document("T1")));

    assertThat(run().unchanged()).isEqualTo(1);
  }

  @Test
  void countsProductsTheErpDoesNotWantOnSaleForThemselves() {
    documents.add(document("T1"));
    documents.get(0).put("on_sale", false);
    documents.add(document("T2"));

    ProductDryRun.Result result = run();

    assertThat(result.offSale()).isEqualTo(1);
    assertThat(result.unchanged()).isZero();
    assertThat(result.calls()).isEqualTo(Map.of("shop/spu/add", 1L));
  }

  @Test
  void saysWhyProductsWouldWait() {
    Map<String, Object> free = document("T1");
    free.put("skus", List.of(sku("T1-1", 0)));
    documents.add(free);
    bad.add(new BadRow("products", "T2", Problem.of("erp-value-null", "key", "T2")));

    ProductDryRun.Result result = run();

    assertThat(result.products()).isEqualTo(2);
    assertThat(result.held()).isEqualTo(Map.of("product-price", 1L, "erp-value-null", 1L));
    assertThat(held).containsOnlyKeys("T1", "T2");
  }

  @Test
  void holdsProductsByWhatTheHubKnowsOfWeChatsCategories() {
    categories.assortment("main").tree();
    wechat.called.clear();
    Map<String, Object> lost = document("T1");
    lost.put("third_cat_id", "6494");
    documents.add(lost);

    ProductDryRun.Result result = run();

    assertThat(held).containsEntry("T1", "product-category-unknown");
    assertThat(result.unread()).isEmpty();
    assertThat(wechat.called).isEmpty();
  }

  @Test
  void saysWhichOfWeChatsListsItHadNot() {
    documents.add(document("T1"));

    assertThat(run().unread()).containsExactly("shop/cat/get");
  }

  @Test
  void countsProductsTheErpNoLongerHas() {
    documents.add(document("T1"));
    onSale("T1", ProductReader.read(document("T1")));
    onSale("T8", ProductReader.read(document("T8")));
    ProductLink delisted = onSale("T9", ProductReader.read(document("T9")));
    links.save(delisted.states(EditStatus.PASSED, SaleStatus.DELISTED));

    ProductDryRun.Result result = run();

    assertThat(result.gone()).isEqualTo(1);
    assertThat(result.products()).isEqualTo(1);
    assertThat(result.calls()).isEqualTo(Map.of("shop/spu/delisting", 1L));
  }

  @Test
  void tellsWhenTheAllowanceWillHaveReachedTheLast() {
    for (int i = 0; i < 9; i++) {
      documents.add(document("T" + i));
    }

    assertThat(run().auditedUntil()).isEqualTo(Instant.parse("2026-11-25T04:00:00Z"));
  }

  @Test
  void countsProductsThatWaitForACertificateAndNotThoseThatHaveOne() {
    wechat.asksForPapers = true;
    categories.assortment("main").tree();
    documents.add(document("T1"));
    documents.add(document("T2"));
    papers = (id, category) -> id.equals("T2") ? List.of("https://shop.example/r.jpg") : List.of();

    ProductDryRun.Result result = run();

    assertThat(held).isEqualTo(Map.of("T1", "product-certificate"));
    assertThat(result.calls()).isEqualTo(Map.of("shop/spu/add", 1L));
  }

  private ProductDryRun.Result run() {
    Mockito.doAnswer(
        stream -> {
          Consumer<Map<String, Object>> onDocument = stream.getArgument(1);
          Consumer<BadRow> onBad = stream.getArgument(2);
          documents.forEach(onDocument);
          bad.forEach(onBad);
          return null;
        })
        .when(erp)
        .stream(Mockito.eq("products"), Mockito.any(), Mockito.any());
    return dryRun.run("main", count -> {}, waits -> held.put(waits.key(), waits.reason().code()));
  }

  private ProductLink onSale(String id, Product product) {
    ProductLink unknown = ProductLink.unknown("main", id);
    ProductLink submitted =
        unknown.submitted("7" + id, AfterCall.begin(SpuOperation.ADD, product, Instant.now()));
    return links.save(submitted.states(EditStatus.PASSED, SaleStatus.ON_SALE));
  }

  private static Map<String, Object> document(String id) {
    Map<String, Object> document = new HashMap<>();
    document.put("out_product_id", id);
    document.put("title", "Spring green tea " + id);
    document.put("path", "pages/goods?id=" + id);
    document.put("head_img", List.of("https://shop.example/t1.jpg"));
    document.put("third_cat_id", "6493");
    document.put("skus", List.of(sku(id + "-1", 5900)));
    return document;
  }

  private static Map<String, Object> sku(String id, long price) {
    return Map.of("out_sku_id", id, "sale_price", price, "stock_num", 7L);
  }
}
