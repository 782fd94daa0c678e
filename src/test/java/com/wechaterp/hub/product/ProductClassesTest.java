package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.category.Assortment;
import com.wechaterp.hub.category.CategoryTree;
import com.wechaterp.hub.category.TreeOf;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductClassesTest {

  private static final CategoryTree TREE =
      TreeOf.categories(
          TreeOf.free(7031, "家纺", 7030, "毛巾浴巾", "毛巾"),
          TreeOf.free(7032, "家纺", 7030, "毛巾浴巾", "浴巾/浴袍"),
          TreeOf.free(7611, "鞋靴箱包", 7610, "鞋", "儿童"),
          TreeOf.free(7811, "母婴", 7810, "童装", "儿童"),
          TreeOf.merchantPapers(7411, "食品", 7410, "零食", "坚果炒货"),
          TreeOf.productPapers(6493, "玩具乐器", 6489, "健身玩具", "爬行垫/毯"));

  private Assortment known = known(Optional.of(TREE), Optional.of(Set.of()));

  @Test
  void findsNothingAgainstAnOpenCategoryWithoutABrand() {
    assertThat(check("7031", Product.NO_BRAND)).isEmpty();
  }

  @Test
  void namesTheNearestCategoriesOfAnIdThatIsNone() {
    assertThat(check("7033", Product.NO_BRAND))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("product-category-unknown"))
        .satisfies(
            problem ->
                assertThat(problem.sentence(Language.EN))
                    .contains("T1", "7033", "7031 家纺 / 毛巾浴巾 / 毛巾"));
  }

  @Test
  void namesTheNearestCategoriesOfANameThatIsNone() {
    assertThat(check("毛巾浴巾", Product.NO_BRAND))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.sentence(Language.ZH))
                    .contains("毛巾浴巾", "7031 家纺 / 毛巾浴巾 / 毛巾", "7032"));
  }

  @Test
  void namesTheLeavesBelowACategoryThatIsNone() {
    assertThat(check("7030", Product.NO_BRAND))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("product-category-not-leaf"))
        .satisfies(
            problem ->
                assertThat(problem.sentence(Language.EN))
                    .contains("7030 毛巾浴巾", "7031 家纺 / 毛巾浴巾 / 毛巾", "7032"));
  }

  @Test
  void asksForThePapersOfACategoryThatIsNotOpenToTheAccount() {
    assertThat(check("7411", Product.NO_BRAND))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("product-category-not-open"))
        .satisfies(problem -> assertThat(problem.sentence(Language.EN)).contains("坚果炒货", "《许可证》"));

    known = known(Optional.of(TREE), Optional.of(Set.of("7411")));
    assertThat(check("7411", Product.NO_BRAND)).isEmpty();
  }

  @Test
  void asksForTheCertificateOfAProductThatNeedsOne() {
    assertThat(check("6493", Product.NO_BRAND))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("product-certificate"))
        .satisfies(problem -> assertThat(problem.sentence(Language.ZH)).contains("《3C证书》"));
  }

  @Test
  void namesTheNearestBrandsByIdAndByName() {
    assertThat(check("7031", "2201"))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.sentence(Language.EN)).contains("'2201'", "2101 云栖家纺"));
    assertThat(check("7031", "云栖家访"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence(Language.ZH)).contains("2101 云栖家纺"));
  }

  @Test
  void takesNamesForIdsWhereOneIsMeant() {
    assertThat(withIds("毛巾", "云栖家纺"))
        .extracting(Product::category, Product::brand)
        .containsExactly("7031", "2101");
    assertThat(withIds("母婴>童装>儿童", "").category()).isEqualTo("7811");
  }

  @Test
  void doesNotGuessBetweenCategoriesOfOneName() {
    assertThat(check("儿童", Product.NO_BRAND))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("product-category-ambiguous"))
        .satisfies(problem -> assertThat(problem.sentence(Language.EN)).contains("7611", "7811"));
  }

  @Test
  void holdsNothingForListsThatWeChatHasNotTold() {
    known = known(Optional.empty(), Optional.empty());

    assertThat(check("7031", Product.NO_BRAND)).isEmpty();
    assertThat(check("毛巾", Product.NO_BRAND))
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("product-name-unread");
  }

  private List<Problem> check(String category, String brand) {
    return new ProductClasses(known).check(product(category, brand));
  }

  private Product withIds(String category, String brand) {
    return new ProductClasses(known).withIds(product(category, brand));
  }

  private static Product product(String category, String brand) {
    return Products.tea("Spring green tea", 5900).classified(category, brand);
  }

  private static Assortment known(Optional<CategoryTree> tree, Optional<Set<String>> opened) {
    return new Assortment() {
      @Override
      public Optional<CategoryTree> tree() {
        return tree;
      }

      @Override
      public Optional<Set<String>> opened() {
        return opened;
      }

      @Override
      public Optional<Map<String, String>> brands() {
        return opened.map(known -> Map.of("2101", "云栖家纺"));
      }
    };
  }
}
