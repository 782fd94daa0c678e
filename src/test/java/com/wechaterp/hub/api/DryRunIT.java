package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.testing.RunningHub.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that only looks, as an admin starts it before anything may be sent. */
class DryRunIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String LOOK = "hub.products.find.cron=0/1+*+*+*+*+?";

  @TempDir private Path data;

  @Test
  void tellsWhatWouldBeSentAndSendsItOnlyWhenTheDryRunIsOver() throws Exception {
    RunningHub hub = RunningHub.start(data, "hub.dry-run=true", LOOK);
    try {
      new DemoShop(hub);
      await().atMost(SOON).until(() -> hub.waiting("products") == 1);

      await().atMost(SOON).until(() -> hub.plan().contains("\"notes\":[]"));
      assertThat(hub.plan()).contains("\"shop/spu/add\":1");
      assertThat(hub.get("/api/v1/status").body().toString())
          .contains("dryRun=true", "paused=The hub is on a dry run");
      Answer refused =
          hub.post("/api/v1/wechat/shop/spu/delisting", Map.of("out_product_id", "G1"));
      assertThat(refused.toString())
          .contains("hub-dry-run-refuses", "shop/spu/delisting was not called");
      assertThat(hub.post("/api/v1/wechat/shop/account/get_info", Map.of()).status())
          .isEqualTo(200);
      assertThat(hub.get("/sandbox/_control/calls").body().keySet().toString())
          .doesNotContain("add", "upload", "listing");
      assertThat(hub.waiting("products")).isEqualTo(1);
    } catch (Throwable e) {
      hub.close();
      throw e;
    }

    try (RunningHub real = hub.restart(data, LOOK)) {
      await().atMost(SOON).until(() -> real.onSale().contains("G1"));
    }
  }
}
