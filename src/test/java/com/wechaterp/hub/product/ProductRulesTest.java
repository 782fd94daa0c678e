package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProductRulesTest {

  private final ProductRules rules = new ProductRules(new ProductSettings(Gone.DELIST, 60, 5, 50));

  @Test
  void acceptsAGoodProduct() {
    assertThat(rules.check(Products.tea("Spring green tea", 5900))).isEmpty();
  }

  @Test
  void reportsEveryBrokenRuleTogether() {
    Product bad =
        Products.product("Tea", true, List.of(Products.sku("A", 0), Products.sku("A", 99999)));

    assertThat(rules.check(bad))
        .extracting(Problem::code)
        .containsExactly(
            "product-length", "product-price", "product-sku-twice", "product-market-price");
  }

  @Test
  void reportsAProductWithoutSkus() {
    assertThat(rules.check(Products.product("Spring green tea", true, List.of())))
        .extracting(Problem::code)
        .containsExactly("product-count");
  }

  @Test
  void readsTheDocumentOfTheErp() {
    Product product = ProductReader.read(document(new BigDecimal("5900")));

    assertThat(product).isNotNull();
    assertThat(product.skus().get(0).salePrice()).isEqualTo(5900);
    assertThat(product.skus().get(0).thumbImage()).isEqualTo("https://shop.example/t1.jpg");
    assertThat(product.brand()).isEqualTo(Product.NO_BRAND);
  }

  @Test
  void namesTheColumnOfAWrongType() {
    assertThatThrownBy(() -> ProductReader.read(document("59.5 yuan")))
        .isInstanceOf(HoldException.class)
        .hasMessageContaining("skus[S1].sale_price")
        .hasMessageContaining("59.5 yuan");
  }

  @Test
  void showsAPictureThatIsNoneWithoutItsSignature() {
    Map<String, Object> document = document(5900L);
    document.put("head_img", List.of("oss://shop/t1.jpg?Signature=S123"));

    assertThat(rules.check(Objects.requireNonNull(ProductReader.read(document))))
        .extracting(problem -> problem.facts().get("found"))
        .contains("oss://shop/t1.jpg")
        .noneMatch(found -> found != null && found.contains("S123"));
  }

  @Test
  void makesBodiesTheContractAccepts() {
    WeChatContract contract = WeChatContract.load();
    Product tea = Products.tea("Spring green tea", 5900);
    for (String id :
        List.of(
            "shop/spu/add", "shop/spu/update", "shop/spu/update_without_audit", "shop/spu/del")) {
      Map<String, Object> body = SpuBody.of(id, tea, source -> source);
      assertThat(contract.check(contract.require(id), body)).as(id).isEmpty();
    }
  }

  private static Map<String, Object> document(Object price) {
    Map<String, Object> sku = new LinkedHashMap<>();
    sku.put("out_sku_id", "S1");
    sku.put("sale_price", price);
    sku.put("stock_num", 3L);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("out_product_id", 17L);
    document.put("title", "Spring green tea");
    document.put("path", "pages/goods?id=17");
    document.put("head_img", List.of("https://shop.example/t1.jpg"));
    document.put("third_cat_id", "6493");
    document.put("on_sale", true);
    document.put("skus", List.of(sku));
    return document;
  }
}
