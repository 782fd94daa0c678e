package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.Yaml;

/** What an admin's hand does to the settings is told with its line. */
class SettingMistakesTest {

  /**
   * One mistake.
   *
   * @param name what was done
   * @param text the settings as they are then
   * @param at the line, or line and column, that must be named
   * @param says what the sentence must hold
   */
  record Mistake(String name, String text, String at, String says) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mistake> mistakes() throws IOException {
    try (InputStream table =
        SettingMistakesTest.class.getResourceAsStream("/mistakes/settings.yaml")) {
      List<Map<String, String>> rows = new Yaml().load(table);
      return rows.stream()
          .map(
              row ->
                  new Mistake(row.get("mistake"), row.get("text"), row.get("at"), row.get("says")));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void namesThePlaceAndWhatIsWanted(Mistake mistake) throws IOException {
    List<Finding> wrong = findings(mistake.text).stream().filter(each -> !each.good()).toList();

    assertThat(wrong).hasSize(1);
    String sentence = wrong.get(0).line(Language.EN);
    assertThat(sentence).contains(mistake.at).containsIgnoringCase(mistake.says);
    assertThat(sentence).doesNotContain("Exception", "java.", "For input string");
  }

  private static List<Finding> findings(String text) throws IOException {
    StandardEnvironment settings = new StandardEnvironment();
    Resource file =
        new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "config/application.yaml");
    try {
      new YamlPropertySourceLoader()
          .load("config/application.yaml", file)
          .forEach(settings.getPropertySources()::addFirst);
    } catch (RuntimeException e) {
      return List.of(SettingCheck.startFailure(e));
    }
    ConfigurationPropertySources.attach(settings);
    return new SettingCheck(settings, Path.of("")).findings();
  }
}
