package com.wechaterp.hub.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualificationFolderTest {

  private static final String FOOD =
      """
      kind: category
      third_cat_id: 7411
      license: licence.jpg
      certificate: [food.jpg, https://shop.example/food-2.jpg]
      expires: 2027-03-31
      """;

  @TempDir Path home;

  private QualificationFolder folder(String file, String text) throws IOException {
    Files.writeString(home.resolve(file), text);
    return new QualificationFolder(home, Language.ZH);
  }

  private void assertBroken(String text, String... words) throws IOException {
    QualificationFolder folder = folder("food.yaml", text);
    assertThat(folder.problems()).hasSize(1);
    assertThat(folder.problems().get(0).sentence(Language.EN)).contains(words);
  }

  @Test
  void readsAFileWithThePicturesBesideIt() throws IOException {
    Qualification food = folder("food.yaml", FOOD).declared("food").orElseThrow();

    assertThat(food.kind()).isEqualTo(QualificationKind.CATEGORY);
    assertThat(food.subject()).isEqualTo("7411");
    assertThat(food.expires()).isEqualTo(LocalDate.of(2027, 3, 31));
    assertThat(food.pictures("license")).containsExactly("file:" + home.resolve("licence.jpg"));
    assertThat(food.pictures("certificate").get(1)).isEqualTo("https://shop.example/food-2.jpg");
  }

  @Test
  void namesFileAndLineOfWhatIsWrong() throws IOException {
    assertBroken(FOOD.replace("third_cat_id", "thrid_cat_id"), "food.yaml:2", "third_cat_id");
    assertBroken(FOOD.replace("2027-03-31", "next year"), "food.yaml:5", "2027-03-31");
    assertBroken(FOOD.replace("category", "categroy"), "food.yaml:1", "category, brand");
    assertBroken("kind: category\n  x: [", "food.yaml:2");
    assertBroken(FOOD.replace("license: licence.jpg\n", ""), "license is missing");
  }

  @Test
  void keepsTheLastGoodVersionOfABrokenFile() throws IOException {
    QualificationFolder folder = folder("food.yaml", FOOD);
    assertThat(folder.declared()).hasSize(1);

    Files.writeString(home.resolve("food.yaml"), "kind: [");

    assertThat(folder.declared("food")).isPresent();
    assertThat(folder.problems()).hasSize(1);
  }

  @Test
  void keepsWhatAFileDeclaredThatIsSavedInGbk() throws IOException {
    QualificationFolder folder = folder("food.yaml", FOOD);
    assertThat(folder.declared()).hasSize(1);

    Files.write(home.resolve("food.yaml"), (FOOD + "# 食品经营许可证").getBytes("GBK"));

    assertThat(folder.declared("food")).isPresent();
    assertThat(folder.problems()).hasSize(1);
    assertThat(folder.problems().get(0).sentence(Language.ZH))
        .contains("config/qualifications/food.yaml", "不是 UTF-8 编码", "请保存为 UTF-8");
    Files.writeString(home.resolve("food.yaml"), FOOD);
    assertThat(folder.declared("food")).isPresent();
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void namesAFileThatWasSavedInGbkBeforeTheHubStarted() throws IOException {
    Files.write(home.resolve("food.yaml"), (FOOD + "# 食品经营许可证").getBytes("GBK"));
    QualificationFolder folder = new QualificationFolder(home, Language.ZH);

    assertThat(folder.declared()).isEmpty();
    assertThat(folder.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kind: category\n", "kind: category\nthird_cat_id: 74"})
  void keepsTheLastWholeVersionOfAFileThatIsCutOff(String cut) throws IOException {
    QualificationFolder folder = folder("food.yaml", FOOD);
    Qualification whole = folder.declared("food").orElseThrow();

    Files.writeString(home.resolve("food.yaml"), cut);

    assertThat(folder.declared("food")).contains(whole);
    assertThat(folder.problems()).hasSize(1);
  }

  @Test
  void saysInChineseWhatIsWrong() throws IOException {
    for (String text :
        List.of(
            "kind: [",
            "[a]: b",
            "- kind",
            FOOD + "kind: category\n",
            FOOD.replace("7411", "{a: b}"),
            FOOD.replace("category", "categroy"),
            FOOD.replace("third_cat_id", "thrid_cat_id"),
            FOOD.replace("2027-03-31", "next year"))) {
      Problem problem = folder("food.yaml", text).problems().get(0);

      assertThat(problem.facts().get("detailZh")).containsPattern("[一-龥]");
      assertThat(problem.sentence(Language.ZH)).doesNotContain(problem.facts().get("detailEn"));
    }
  }

  @Test
  void parsesAFileAgainOnlyWhenItChanged() throws IOException {
    QualificationFolder folder = folder("food.yaml", FOOD);
    Files.writeString(home.resolve("nuts.yaml"), FOOD);
    Qualification food = folder.declared("food").orElseThrow();

    Files.writeString(home.resolve("nuts.yaml"), FOOD.replace("7411", "7412"));

    assertThat(folder.declared("nuts").orElseThrow().subject()).isEqualTo("7412");
    assertThat(folder.declared("food").orElseThrow()).isSameAs(food);
  }

  @Test
  void forgetsADeletedFile() throws IOException {
    QualificationFolder folder = folder("food.yaml", FOOD);
    assertThat(folder.declared()).hasSize(1);

    Files.delete(home.resolve("food.yaml"));

    assertThat(folder.declared()).isEmpty();
  }

  @Test
  void seesANewPictureUnderAnOldName() throws IOException {
    QualificationFolder folder = folder("food.yaml", FOOD);
    Files.writeString(home.resolve("food.jpg"), "one");
    String before = PictureContents.fingerprint(folder.declared("food").orElseThrow());

    Files.writeString(home.resolve("food.jpg"), "two");

    assertThat(PictureContents.fingerprint(folder.declared("food").orElseThrow()))
        .isNotEqualTo(before);
  }

  @Test
  void seesAProductThatIsAddedToACertificateHoweverManyItHas() throws IOException {
    String many =
        "kind: product\nqualification_pics: [report.jpg]\nproducts: [G1" + ", G2".repeat(90);
    Files.writeString(home.resolve("report.jpg"), "report");
    QualificationFolder folder = folder("report.yaml", many + "]\n");
    Qualification before = folder.declared("report").orElseThrow();

    Files.writeString(home.resolve("report.yaml"), many + ", G3]\n");

    Qualification after = folder.declared("report").orElseThrow();
    assertThat(PictureContents.fingerprint(after))
        .isNotEqualTo(PictureContents.fingerprint(before));
    assertThat(after.subject()).hasSize(128);
  }
}
