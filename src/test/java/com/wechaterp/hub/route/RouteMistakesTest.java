package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.yaml.snakeyaml.Yaml;

/** What an admin's hand does to the shipped route files is found before it runs. */
class RouteMistakesTest {

  private static final String ENDING = ".camel.yaml";
  private static final String ADDED =
      "- route:\n    id: added\n    from:\n      %s\n      steps:\n        - %s\n";

  private static AnnotationConfigApplicationContext hub;
  private static RouteCheck check;
  private static List<RouteSource> shipped;

  @BeforeAll
  static void start() {
    hub = HubParts.context(Path.of(""));
    check = hub.getBean(RouteCheck.class);
    shipped = RouteFiles.in(Path.of("routes")).sources();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /**
   * One mistake.
   *
   * @param name what was done
   * @param source the file as it is then
   * @param at the file and line that must be named, or the file alone
   * @param says what the sentence must hold
   */
  record Mistake(String name, RouteSource source, String at, String says) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mistake> mistakes() throws Exception {
    try (InputStream table = RouteMistakesTest.class.getResourceAsStream("/mistakes/routes.yaml")) {
      List<Map<String, String>> rows = new Yaml().load(table);
      return rows.stream().map(RouteMistakesTest::mistake);
    }
  }

  private static Mistake mistake(Map<String, String> row) {
    String file = row.getOrDefault("file", "pay") + ENDING;
    String text =
        RouteFiles.in(Path.of("routes")).sources().stream()
            .filter(source -> source.file().equals(file))
            .findFirst()
            .orElseThrow()
            .text();
    return new Mistake(
        row.get("mistake"),
        new RouteSource(file, edited(text, row)),
        place(row, text).replaceFirst("^([a-z-]+)", "$1" + ENDING),
        row.get("says"));
  }

  private static String place(Map<String, String> row, String text) {
    String[] parts = row.get("at").split(":~");
    if (parts.length == 1) {
      return parts[0];
    }
    String part = row.getOrDefault("replace", row.get("cut"));
    String before = part == null ? text : text.substring(0, text.indexOf(part));
    long line = before.chars().filter(each -> each == '\n').count() + 1;
    return parts[0] + ":" + (line + Integer.parseInt(parts[1]));
  }

  private static String edited(String text, Map<String, String> row) {
    if (row.containsKey("text")) {
      return row.get("text");
    }
    if (row.containsKey("append")) {
      return text + row.get("append");
    }
    if (row.containsKey("cut")) {
      return text.substring(0, text.indexOf(row.get("cut")));
    }
    if (row.containsKey("replace")) {
      assertThat(text).contains(row.get("replace"));
      int at = text.indexOf(row.get("replace"));
      return text.substring(0, at)
          + row.get("with")
          + text.substring(at + row.get("replace").length());
    }
    return text
        + ADDED.formatted(
            row.getOrDefault("from", "uri: direct:added"), row.getOrDefault("step", "stop: {}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void namesThePlaceAndFindsNoFaultWithTheOtherFiles(Mistake mistake) {
    List<RouteSource> sources = new ArrayList<>(shipped);
    sources.replaceAll(each -> each.file().equals(mistake.source.file()) ? mistake.source : each);

    Map<String, List<Problem>> problems = check.check(sources);

    String file = mistake.at.replaceFirst(":[0-9]+$", "");
    assertThat(problems).containsOnlyKeys(file);
    assertThat(problems.get(file).get(0).sentence(Language.EN))
        .startsWith(mistake.at)
        .containsIgnoringCase(mistake.says);
    assertThat(problems.get(file)).hasSize(1);
  }

  @Test
  void findsNothingInTheShippedFiles() {
    assertThat(check.check(shipped)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uri: timer\n      parameters: {timerName: tick, period: 1000}",
        "uri: \"timer:tick?period=1000\"",
        "uri: quartz\n      parameters: {triggerName: tick, cron: \"0 0 3 * * ?\"}",
        "uri: quartz:tick\n      parameters: {cron: \"0+0+3+*+*+?\", stateful: true}",
        "uri: direct\n      parameters: {name: added}",
      })
  void takesBothFormsOfAnAddress(String from) {
    assertThat(problems(ADDED.formatted(from, "stop: {}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to: {uri: log, parameters: {loggerName: hub, showAll: true}}",
        "to: {uri: sql, parameters: {query: \"SELECT 1\"}}",
        "to: \"sql:SELECT name FROM goods WHERE id = :#${body}\"",
        "to: \"http://erp.example:8080/stock?httpMethod=POST&shop=7\"",
        "toD: \"erp:${header.port}\"",
        "bean: {ref: productFlow, method: plan}",
        "marshal: {json: {}}",
      })
  void takesAStepThatRuns(String step) {
    assertThat(problems(ADDED.formatted("uri: direct:added", step))).isEmpty();
  }

  private static Map<String, List<Problem>> problems(String added) {
    List<RouteSource> sources = new ArrayList<>(shipped);
    sources.add(new RouteSource("added.camel.yaml", added));
    return check.check(sources);
  }

  @Test
  void knowsSixtyMistakes() throws Exception {
    assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(60);
  }
}
