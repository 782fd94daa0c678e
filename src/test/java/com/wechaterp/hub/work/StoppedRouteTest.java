package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** A route that an admin's save stops while it works on a key. */
class StoppedRouteTest extends WorkFixture {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Override
  HikariDataSource database() {
    return HubDatabase.h2();
  }

  private void waitToEnd() throws InterruptedException {
    begun.countDown();
    mayEnd.await();
  }

  @Test
  void leavesItsKeyToBeTriedAgainAndNotToAPerson() throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("work", new WorkComponent(node.list, node.factory(), "main"));
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("work:products")
                  .routeId("products-push")
                  .process(exchange -> waitToEnd())
                  .log("not reached");
            }
          });
      camel.start();
      node.mark("1");
      begun.await();

      camel.getRouteController().stopRoute("products-push", 1, TimeUnit.SECONDS);
      mayEnd.countDown();

      WorkState state =
          await()
              .atMost(SOON)
              .until(
                  () -> node.list.find(WorkNode.key("1")),
                  found -> found.map(each -> each.reason() != null).orElse(false))
              .orElseThrow();
      assertThat(state.state()).isEqualTo("waiting");
      assertThat(state.reason().code()).isEqualTo("work-stopped");
    }
  }
}
