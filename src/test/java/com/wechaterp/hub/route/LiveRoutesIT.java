package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.route.RouteMistakesTest.Mistake;
import com.wechaterp.hub.testing.HubHome;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin edits a route file of a hub that runs. */
class LiveRoutesIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String FILE = "products.camel.yaml";

  private static final String BEAT =
      """
      - route:
          id: beat
          from:
            uri: work:beat
            steps:
              - to: log:beat?level=DEBUG
      - route:
          id: tick
          from:
            uri: quartz
            parameters: {triggerName: tick, cron: "0 0 3 * * ?"}
            steps:
              - to: {uri: log, parameters: {loggerName: tick, level: DEBUG}}
      """;

  @TempDir private Path home;
  @TempDir private Path data;
  private RunningHub hub;

  @BeforeEach
  void start() throws IOException {
    HubHome.copyTo(home);
    hub = RunningHub.start(data, "hub.home=" + home);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private List<String> problems() {
    return problems(FILE);
  }

  private List<String> problems(String file) {
    List<?> routes = (List<?>) hub.get("/api/v1/status").body().get("routes");
    return routes.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> file.equals(each.get("file")))
        .peek(each -> assertThat(each.get("running")).isEqualTo(true))
        .flatMap(each -> ((List<?>) each.get("problems")).stream())
        .map(String::valueOf)
        .toList();
  }

  @Test
  void saysInTheStatusThatTheEditedFileIsSetAsideAndTheVersionFromBeforeRunsOn()
      throws IOException {
    Path file = home.resolve("routes").resolve(FILE);
    String good = Files.readString(file);
    assertThat(problems()).isEmpty();

    Files.writeString(file, good + "\n- rout:\n    id: more\n");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(String.join(" ", problems()))
                    .contains(
                        "The edited " + FILE + " is set aside, and the version from before runs on",
                        FILE + ":" + (good.lines().count() + 2)));
    Files.writeString(file, good);
    await().atMost(SOON).until(() -> problems().isEmpty());
  }

  @Test
  void saysInTheStatusWhatFailsInARouteOfTheAdminsOwnUntilItSucceeds() throws IOException {
    Path file = home.resolve("routes").resolve("beat.camel.yaml");
    String beat = BEAT.replace("0 0 3 * * ?", "* * * * * ?");

    Files.writeString(
        file,
        beat.replace("- to: {uri: log,", "- to: \"http:127.0.0.1:1/x\"\n        - to: {uri: log,"));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(String.join(" ", problems("beat.camel.yaml")))
                    .contains("beat.camel.yaml: the route 'tick' failed at http://127.0.0.1:1/x"));

    Files.writeString(file, beat);
    await().atMost(SOON).until(() -> problems("beat.camel.yaml").isEmpty());
  }

  /** One in six of the mistakes, so that every kind is among them. */
  @Test
  void runsEveryRouteOnThroughTheMistakesOfAnAdmin() throws Exception {
    Path routes = home.resolve("routes");
    Files.writeString(routes.resolve("beat.camel.yaml"), BEAT);
    hub.part(RouteFolder.class).refresh();
    List<Route> before = hub.part(CamelContext.class).getRoutes();
    int at = 0;
    for (Mistake mistake : RouteMistakesTest.mistakes().toList()) {
      if (at++ % 6 == 0) {
        Path file = routes.resolve(mistake.source().file());
        String good = Files.readString(file);
        Files.writeString(file, mistake.source().text());
        hub.part(RouteFolder.class).refresh();

        assertThat(state(mistake.source().file()).problems()).as(mistake.name()).isNotEmpty();
        assertThat(state(mistake.source().file()).running()).as(mistake.name()).isTrue();
        assertThat(hub.part(CamelContext.class).getRoutes())
            .as(mistake.name())
            .containsExactlyInAnyOrderElementsOf(before);
        beats(mistake.name());

        Files.writeString(file, good);
        hub.part(RouteFolder.class).refresh();
        assertThat(hub.part(RouteFolder.class).files())
            .as("mended: " + mistake.name())
            .allMatch(each -> each.running() && each.problems().isEmpty());
      }
    }
  }

  private RouteFile state(String file) {
    return hub.part(RouteFolder.class).files().stream()
        .filter(each -> each.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private void beats(String key) {
    WorkKey beat = new WorkKey("beat", "main", key);
    hub.part(WorkList.class).mark(beat, WorkPriority.NORMAL, "a test");
    await().atMost(SOON).until(() -> hub.part(WorkList.class).find(beat).isEmpty());
  }
}
