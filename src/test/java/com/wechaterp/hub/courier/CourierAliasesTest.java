package com.wechaterp.hub.courier;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierAliasesTest {

  @TempDir private Path home;
  private Path file = Path.of("");

  @BeforeEach
  void folder() throws IOException {
    file = home.resolve("config/wechat/couriers.yaml");
    Files.createDirectories(home.resolve("config/wechat"));
  }

  @Test
  void hasNoNamesWithoutAFile() {
    assertThat(new CourierAliases(home, Language.ZH).current()).isEmpty();
    assertThat(new CourierAliases(home, Language.ZH).problem()).isEmpty();
  }

  @Test
  void readsTheProjectsOwnFile() {
    CourierAliases aliases = new CourierAliases(Path.of("."), Language.ZH);

    assertThat(aliases.current()).containsEntry("顺丰", "SF").containsEntry("J&T", "JTSD");
    assertThat(aliases.problem()).isEmpty();
  }

  @Test
  void followsTheFile() throws IOException {
    CourierAliases aliases = new CourierAliases(home, Language.ZH);
    Files.writeString(file, "SF: [顺丰]\n");
    assertThat(aliases.current()).isEqualTo(Map.of("顺丰", "SF"));

    Files.writeString(file, "SF: [顺丰, 大风]\n");
    assertThat(aliases.current()).isEqualTo(Map.of("顺丰", "SF", "大风", "SF"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# names",
        "SF:",
        "SF: [顺丰",
        "SF: 顺丰",
        "- SF",
        "SF: [顺丰]\nSF: [SFE]",
        "SF: [顺丰]\nYTO: [顺 丰]"
      })
  void keepsTheLastGoodVersionOfABrokenFile(String broken) throws IOException {
    CourierAliases aliases = new CourierAliases(home, Language.ZH);
    Files.writeString(file, "SF: [顺丰]\n");
    aliases.current();

    Files.writeString(file, broken);

    assertThat(aliases.current()).isEqualTo(Map.of("顺丰", "SF"));
    assertThat(aliases.problem()).isPresent();
    Files.writeString(file, "SF: [大风]\n");
    assertThat(aliases.current()).isEqualTo(Map.of("大风", "SF"));
    assertThat(aliases.problem()).isEmpty();
  }

  @Test
  void keepsTheNamesOfAFileThatIsSavedInGbk() throws IOException {
    CourierAliases aliases = new CourierAliases(home, Language.ZH);
    Files.writeString(file, "SF: [顺丰]\n");
    aliases.current();

    Files.write(file, "SF: [顺丰]\n".getBytes("GBK"));

    assertThat(aliases.current()).isEqualTo(Map.of("顺丰", "SF"));
    assertThat(aliases.problem().orElseThrow().sentence(Language.ZH))
        .contains("config/wechat/couriers.yaml", "不是 UTF-8 编码", "请保存为 UTF-8");
    Files.writeString(file, "SF: [顺丰]\n");
    assertThat(aliases.problem()).isEmpty();
  }

  @Test
  void hasNoNamesOnceTheFileIsRemoved() throws IOException {
    CourierAliases aliases = new CourierAliases(home, Language.ZH);
    Files.writeString(file, "SF: [顺丰]\n");
    aliases.current();

    Files.delete(file);

    assertThat(aliases.current()).isEmpty();
    assertThat(aliases.problem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SF: [顺丰", "SF: 顺丰", "- SF", "# 名称"})
  void saysInChineseWhatIsWrong(String broken) throws IOException {
    Files.writeString(file, broken);

    Problem problem = new CourierAliases(home, Language.ZH).problem().orElseThrow();

    assertThat(problem.facts().get("detailZh")).containsPattern("应为|不是|没有");
    assertThat(problem.sentence(Language.ZH)).doesNotContain(problem.facts().get("detailEn"));
  }

  @Test
  void namesTheNameThatStandsForTwo() throws IOException {
    Files.writeString(file, "SF: [顺丰]\nYTO: [顺丰]\n");

    assertThat(new CourierAliases(home, Language.ZH).problem())
        .map(Problem::facts)
        .hasValueSatisfying(
            facts ->
                assertThat(facts)
                    .containsEntry("alias", "顺丰")
                    .containsEntry("id", "YTO")
                    .containsEntry("other", "SF"));
  }
}
