package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are saved with less than before, renamed or deleted while their routes run. */
class LostRoutesTest {

  private static final String WORKING =
      """
      - route:
          id: things-find
          from:
            uri: direct:find
            steps:
              - to: log:find
      - route:
          id: things-push
          from:
            uri: work:things
            steps:
              - to: log:push
      """;

  @TempDir Path routes;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private RouteFolder folder;

  @BeforeEach
  void start() {
    context.addComponent("work", new SedaComponent());
    context.start();
    folder = PlainSurroundings.folder(routes, context, new PlainSurroundings(Map.of(), Map.of()));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void saysWhichRoutesAreGoneWithADeletedFileAndHowManyKeysWait() throws IOException {
    write("one", WORKING);
    folder.refresh();

    Files.delete(routes.resolve("one.camel.yaml"));
    folder.refresh();
    assertThat(context.getRoute("things-push")).isNotNull();
    folder.refresh();

    assertThat(context.getRoute("things-push")).isNull();
    assertThat(warning("one"))
        .startsWith("one.camel.yaml is gone, and things-find, things-push with it; 12 keys wait");

    write("one", WORKING);
    folder.refresh();
    assertThat(file("one").warnings()).isEmpty();
  }

  @Test
  void takesAVersionWithLessOnlyOnceItStaysSoAndSaysWhatItLost() throws IOException {
    write("one", WORKING);
    folder.refresh();

    write("one", WORKING.substring(0, WORKING.indexOf("- route:\n    id: things-push")));
    folder.refresh();
    write("one", WORKING);
    folder.refresh();
    assertThat(context.getRoute("things-push")).isNotNull();
    assertThat(file("one").warnings()).isEmpty();

    write("one", WORKING.substring(0, WORKING.indexOf("- route:\n    id: things-push")));
    folder.refresh();
    folder.refresh();

    assertThat(context.getRoute("things-push")).isNull();
    assertThat(warning("one"))
        .startsWith(
            "one.camel.yaml: the version that runs no longer has things-push; 12 keys wait");
  }

  @Test
  void saysThatAFileRenamedToYmlIsNotReadAndWhatIsGoneWithIt() throws IOException {
    write("one", WORKING);
    folder.refresh();

    Files.move(routes.resolve("one.camel.yaml"), routes.resolve("one.camel.yml"));
    folder.refresh();
    folder.refresh();

    assertThat(warning("one")).contains("things-push", "12 keys");
    assertThat(folder.files())
        .filteredOn(file -> file.file().equals("one.camel.yml"))
        .flatExtracting(RouteFile::problems)
        .singleElement()
        .extracting(problem -> problem.sentence(Language.EN))
        .asString()
        .contains("is not read", "Name it one.camel.yaml");
  }

  @Test
  void warnsOfNothingWhenARouteMovesToAnotherFile() throws IOException {
    write("one", WORKING);
    folder.refresh();

    Files.move(routes.resolve("one.camel.yaml"), routes.resolve("two.camel.yaml"));
    folder.refresh();

    assertThat(file("two").running()).isTrue();
    assertThat(folder.files()).singleElement().matches(file -> file.warnings().isEmpty());
  }

  private String warning(String name) {
    assertThat(file(name).warnings()).hasSize(1);
    return file(name).warnings().get(0).sentence(Language.EN);
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
