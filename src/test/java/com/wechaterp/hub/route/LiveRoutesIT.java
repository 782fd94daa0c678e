package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubHome;
import com.wechaterp.hub.testing.RunningHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin edits a route file of a hub that runs. */
class LiveRoutesIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String FILE = "products.camel.yaml";

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

  private String problems() {
    List<?> routes = (List<?>) hub.get("/api/v1/status").body().get("routes");
    return routes.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> FILE.equals(each.get("file")))
        .peek(each -> assertThat(each.get("running")).isEqualTo(true))
        .map(each -> String.valueOf(each.get("problems")))
        .findFirst()
        .orElse("none");
  }

  @Test
  void saysInTheStatusThatTheEditedFileIsSetAsideAndTheVersionFromBeforeRunsOn()
      throws IOException {
    Path file = home.resolve("routes").resolve(FILE);
    String good = Files.readString(file);
    assertThat(problems()).isEqualTo("[]");

    Files.writeString(file, good + "\n- rout:\n    id: more\n");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(problems())
                    .contains(
                        "The edited " + FILE + " is set aside, and the version from before runs on",
                        FILE + ":" + (good.lines().count() + 2)));
    Files.writeString(file, good);
    await().atMost(SOON).until(() -> problems().equals("[]"));
  }
}
