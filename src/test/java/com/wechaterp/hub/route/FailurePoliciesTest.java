package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of failure policies that is edited while routes run under it. */
class FailurePoliciesTest {

  private static final String FAILING =
      """
      - route:
          id: failing
          from:
            uri: direct:failing
            steps:
              - throwException:
                  exceptionType: java.lang.IllegalStateException
                  message: no
      """;

  private static final String POLICY =
      """
      - routeConfiguration:
          id: "*"
          onException:
            - onException:
                exception: [java.lang.Exception]
                handled: {constant: "true"}
                steps:
                  - setBody: {constant: "%s"}
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
  void bringsAFailurePolicyToTheRoutesThatRunOnceItIsMendedAndTakesItAwayWithItsFile()
      throws IOException {
    write("failing", FAILING);
    write("failures", POLICY.replace("steps:", "stesp:"));
    folder.refresh();
    assertThat(answer()).isEqualTo("failed");

    write("failures", POLICY.formatted("handled"));
    folder.refresh();
    assertThat(answer()).isEqualTo("handled");

    write("failures", POLICY.formatted("handled anew"));
    folder.refresh();
    assertThat(answer()).isEqualTo("handled anew");

    Files.delete(routes.resolve("failures.camel.yaml"));
    folder.refresh();
    assertThat(answer()).isEqualTo("handled anew");
    folder.refresh();
    assertThat(answer()).isEqualTo("failed");
  }

  @Test
  void leavesTheRoutesRunningWhileABrokenPolicyIsSavedAndMended() throws IOException {
    write("failing", FAILING);
    write("failures", POLICY.formatted("handled"));
    folder.refresh();
    Route before = context.getRoute("failing");

    write("failures", POLICY.replace("steps:", "stesp:"));
    folder.refresh();
    assertThat(failures().stays()).isPresent();
    write("failures", POLICY.formatted("handled"));
    folder.refresh();

    assertThat(failures().problems()).isEmpty();
    assertThat(context.getRoute("failing")).isSameAs(before);
    assertThat(answer()).isEqualTo("handled");
  }

  @Test
  void namesTheClauseThatWouldStopEveryRouteWhileTheRoutesRun() throws IOException {
    write("failing", FAILING);
    write("failures", POLICY.formatted("handled").replace("{constant: \"true\"}", "{groovy: x}"));

    folder.refresh();

    assertThat(answer()).isEqualTo("failed");
    assertThat(failures().problems())
        .singleElement()
        .extracting(problem -> problem.sentence(Language.EN))
        .asString()
        .startsWith("failures.camel.yaml:4: the language 'groovy'");
  }

  private String answer() {
    try (ProducerTemplate template = context.createProducerTemplate()) {
      Exchange answer = template.send("direct:failing", exchange -> {});
      return answer.getException() == null ? answer.getMessage().getBody(String.class) : "failed";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RouteFile failures() {
    return folder.files().stream()
        .filter(file -> file.file().equals("failures.camel.yaml"))
        .findFirst()
        .orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(routes.resolve(name + ".camel.yaml"), text);
  }
}
