package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that other files build on. */
class SharedRoutesTest {

  private static final String GOOD =
      """
      - route:
          id: %s
          from:
            uri: direct:%s
            steps:
              - to: log:test
      """;

  private static final String TEMPLATE =
      """
      - routeTemplate:
          id: greeting
          parameters:
            - name: %s
          from:
            uri: "direct:{{%s}}"
            steps:
              - to: log:greeting
      """;

  private static final String FILLED =
      """
      - templatedRoute:
          routeTemplateRef: greeting
          routeId: filled
          parameters:
            - name: name
              value: filled
      """;

  @TempDir Path routes;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private RouteFolder folder;

  @BeforeEach
  void start() {
    context.start();
    folder = PlainSurroundings.folder(routes, context, new PlainSurroundings(Map.of(), Map.of()));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void takesATemplateOnlyWhenAllThatFillItInStartWithIt() throws IOException {
    write("filled", FILLED);
    write("template", TEMPLATE.formatted("name", "name"));
    folder.refresh();
    assertThat(context.getRoute("filled")).isNotNull();

    write("template", TEMPLATE.formatted("title", "title"));
    folder.refresh();

    assertThat(context.getRoute("filled")).isNotNull();
    assertThat(file("filled").problems()).isEmpty();
    assertThat(sentence("template", Language.EN))
        .startsWith("template.camel.yaml: with this version other files could not run:")
        .contains("filled.camel.yaml:1", "needs the parameters title");

    write("filled", FILLED.replace("name: name", "name: title"));
    folder.refresh();

    assertThat(folder.files()).allMatch(file -> file.running() && file.problems().isEmpty());
  }

  @Test
  void keepsARouteThatOthersCall() throws IOException {
    write("called", GOOD.formatted("called", "called"));
    write("calling", GOOD.formatted("calling", "calling").replace("log:test", "direct:called"));
    folder.refresh();

    write("called", GOOD.formatted("called", "renamed"));
    folder.refresh();

    assertThat(context.getRoute("called").getEndpoint().getEndpointUri())
        .isEqualTo("direct://called");
    assertThat(sentence("called", Language.EN)).contains("calling.camel.yaml:6", "direct:called");
  }

  private String sentence(String name, Language language) {
    assertThat(file(name).problems()).hasSize(1);
    return file(name).problems().get(0).sentence(language);
  }

  private RouteFile file(String name) {
    return folder.files().stream()
        .filter(file -> file.file().equals(name + ".camel.yaml"))
        .findFirst()
        .orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(routes.resolve(name + ".camel.yaml"), text);
  }
}
