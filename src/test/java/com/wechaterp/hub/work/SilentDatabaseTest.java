package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.TransactionSystemException;

/** A key whose work met the hub's own database when it fell silent, under the policy delivered. */
class SilentDatabaseTest {

  private static final WorkKey KEY = new WorkKey("things", "main", "1");
  private static final String ROUTE =
      """
      - route:
          from:
            uri: "work:things?workers=1"
            steps:
              - process: {ref: far}
      """;

  private final HikariDataSource dataSource = HubDatabase.h2();
  private final WorkNode node = new WorkNode(dataSource);
  private final DefaultCamelContext context = new DefaultCamelContext();

  @AfterEach
  void stop() {
    context.stop();
    node.stop();
    dataSource.close();
  }

  static List<RuntimeException> failures() {
    return List.of(
        new RecoverableDataAccessException("Communications link failure"),
        new TransactionSystemException("Could not commit"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isTriedAgain(RuntimeException failure) throws Exception {
    context.addComponent("work", new WorkComponent(node.list, node.factory(), "main"));
    context.addComponent("outcome", new OutcomeComponent());
    Processor far =
        exchange -> {
          throw failure;
        };
    context.getRegistry().bind("far", far);
    context.start();
    Path policy = Path.of("routes", "failures.camel.yaml").toAbsolutePath();
    var loader = PluginHelper.getRoutesLoader(context);
    loader.loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + policy));
    loader.loadRoutes(ResourceHelper.fromString("mem:things.camel.yaml", ROUTE));

    node.list.mark(KEY, WorkPriority.NORMAL, "test");

    WorkState ended =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> node.list.find(KEY),
                found -> found.map(state -> state.reason() != null).orElse(false))
            .orElseThrow();
    assertThat(ended.state()).isEqualTo("waiting");
  }
}
