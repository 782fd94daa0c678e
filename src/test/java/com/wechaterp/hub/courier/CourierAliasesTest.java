package com.wechaterp.hub.courier;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(new CourierAliases(home).current()).isEmpty();
    assertThat(new CourierAliases(home).problem()).isEmpty();
  }

  @Test
  void readsTheProjectsOwnFile() {
    CourierAliases aliases = new CourierAliases(Path.of("."));

    assertThat(aliases.current()).containsEntry("顺丰", "SF").containsEntry("J&T", "JTSD");
    assertThat(aliases.problem()).isEmpty();
  }

  @Test
  void followsTheFile() throws IOException {
    CourierAliases aliases = new CourierAliases(home);
    Files.writeString(file, "SF: [顺丰]\n");
    assertThat(aliases.current()).isEqualTo(Map.of("顺丰", "SF"));

    Files.writeString(file, "SF: [顺丰, 大风]\n");
    assertThat(aliases.current()).isEqualTo(Map.of("顺丰", "SF", "大风", "SF"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SF: [顺丰", "SF: 顺丰", "- SF", "SF: [顺丰]\nSF: [SFE]", "SF: [顺丰]\nYTO: [顺 丰]"})
  void keepsTheLastGoodVersionOfABrokenFile(String broken) throws IOException {
    CourierAliases aliases = new CourierAliases(home);
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
  void namesTheNameThatStandsForTwo() throws IOException {
    Files.writeString(file, "SF: [顺丰]\nYTO: [顺丰]\n");

    assertThat(new CourierAliases(home).problem())
        .map(Problem::facts)
        .hasValueSatisfying(
            facts ->
                assertThat(facts)
                    .containsEntry("alias", "顺丰")
                    .containsEntry("id", "YTO")
                    .containsEntry("other", "SF"));
  }
}
