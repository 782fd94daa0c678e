package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes that do not stop in time. */
class RouteThreadsTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicReference<String> ended = new AtomicReference<>("not yet");
  private final DefaultCamelContext camel = new DefaultCamelContext();

  @BeforeEach
  void open() {
    camel.getExecutorServiceManager().setThreadPoolFactory(new RouteThreads());
    camel.getShutdownStrategy().setTimeout(1);
  }

  @AfterEach
  void close() {
    mayEnd.countDown();
    camel.stop();
  }

  private void work() {
    begun.countDown();
    try {
      mayEnd.await();
      ended.set("in peace");
    } catch (InterruptedException e) {
      ended.set("interrupted");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seda:slow", "scheduler:slow?delay=10", "timer:slow?period=10"})
  void areForcedToStopWithoutAnInterruptToTheirThreads(String from) throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(from).routeId("slow").threads().process(exchange -> work());
          }
        });
    camel.start();
    if (from.startsWith("seda")) {
      camel.createProducerTemplate().sendBody(from, "x");
    }
    begun.await();

    camel.getRouteController().stopRoute("slow");

    mayEnd.countDown();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(ended).hasValue("in peace"));
  }
}
