package com.wechaterp.hub.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.erp.BadRow;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ProductPapersTest {

  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path home;
  private final HikariDataSource database = HubDatabase.h2();
  private final QualificationLinks links = LinksOf.qualifications(database);
  private final Erp erp = mock(Erp.class);

  @AfterEach
  void close() {
    database.close();
  }

  private void declare(String name, String... lines) throws IOException {
    Files.writeString(
        home.resolve(name + ".yaml"),
        "kind: product\nqualification_pics: [report.jpg]\n" + String.join("\n", lines));
    Files.writeString(home.resolve("report.jpg"), "first");
  }

  private ProductPapers papers() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("erp", erp));
    return new ProductPapers(
        new QualificationFolder(home, Language.EN),
        links,
        beans.getBeanProvider(Erp.class),
        "main",
        TODAY);
  }

  private List<String> of(String account, String product, String category) {
    return papers().of(account).of(product, category);
  }

  @Test
  void goWithTheProductsThatAreNamed() throws IOException {
    declare("mats", "products: [G1, G2]");

    assertThat(of("main", "G2", "7031")).singleElement().asString().contains("/report.jpg");
    assertThat(of("main", "G3", "7031")).isEmpty();
  }

  @Test
  void goWithAllProductsOfACategory() throws IOException {
    declare("mats", "third_cat_id: 6493");

    assertThat(of("main", "G1", "6493")).hasSize(1);
    assertThat(of("main", "G1", "7031")).isEmpty();
  }

  @Test
  void goWithProductsOfTheirOwnAccountOnly() throws IOException {
    declare("mats", "third_cat_id: 6493", "account: second");

    assertThat(of("second", "G1", "6493")).hasSize(1);
    assertThat(of("main", "G1", "6493")).isEmpty();
  }

  @Test
  void areLeftOutOnceTheyHaveExpired() throws IOException {
    declare("mats", "third_cat_id: 6493", "expires: 2026-11-24");
    assertThat(of("main", "G1", "6493")).isEmpty();

    declare("mats", "third_cat_id: 6493", "expires: 2026-11-25");
    assertThat(of("main", "G1", "6493")).hasSize(1);
  }

  @Test
  void areOthersWhenThePictureChangesUnderItsName() throws IOException {
    declare("mats", "third_cat_id: 6493");
    List<String> before = of("main", "G1", "6493");

    Files.writeString(home.resolve("report.jpg"), "second");

    assertThat(of("main", "G1", "6493")).hasSize(1).isNotEqualTo(before);
  }

  @Test
  void keepTheirPictureForARunOverTheWholeCatalogue() throws IOException {
    declare("mats", "third_cat_id: 6493");
    Papers run = papers().of("main");
    List<String> first = run.of("G1", "6493");

    Files.writeString(home.resolve("report.jpg"), "second");

    assertThat(run.of("G2", "6493")).isEqualTo(first);
    assertThat(of("main", "G2", "6493")).isNotEqualTo(first);
  }

  @Test
  void areReadFromTheErpAtOnceWhichMayHaveRowsThatAreWrong() {
    when(erp.has("qualifications")).thenReturn(true);
    doAnswer(
            asked -> {
              Consumer<Map<String, Object>> onDocument = asked.getArgument(2);
              Consumer<BadRow> onBad = asked.getArgument(3);
              onDocument.accept(
                  Map.of(
                      "qualification_id",
                      "P1",
                      "kind",
                      "product",
                      "products",
                      List.of("G1"),
                      "qualification_pics",
                      List.of("https://shop.example/p1.jpg")));
              onDocument.accept(Map.of("qualification_id", "P2", "kind", "nonsense"));
              onBad.accept(
                  new BadRow("qualifications", "P3", Problem.of("erp-value-null", "key", "P3")));
              return null;
            })
        .when(erp)
        .read(eq("qualifications"), eq(List.of("P1", "P2", "P3")), any(), any());
    for (String id : List.of("P1", "P2", "P3")) {
      links.save(QualificationLink.unknown("main", id).declared("product", "G1", null));
    }

    assertThat(of("main", "G1", "7031")).containsExactly("https://shop.example/p1.jpg");
  }

  @Test
  void askNothingOfAPackWithoutThem() {
    links.save(QualificationLink.unknown("main", "P1").declared("product", "G1", null));

    assertThat(of("main", "G1", "7031")).isEmpty();
    verify(erp, never()).read(any(), any(), any(), any());
  }
}
