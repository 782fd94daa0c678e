package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.HubProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hubs in processes of their own: killed while they push the catalogue, and with a real account.
 */
class HubProcessIT {

  private static final int KILLS = 2;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private HubProcesses hubs;

  @BeforeEach
  void open() {
    hubs = new HubProcesses(folder);
  }

  @AfterEach
  void stop() throws InterruptedException {
    hubs.close();
  }

  @Test
  void submitsEachProductOnceHoweverOftenItIsKilled() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    int wechat = hubs.startWeChat();
    int port = HubProcess.freePort();

    for (int kill = 1; kill <= KILLS; kill++) {
      int enough = hubs.calls(wechat, "shop/spu/add") + 15 + random.nextInt(60);
      HubProcess hub = hubs.startHub(port, "hub", wechat);
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofMinutes(2))
          .until(() -> hubs.calls(wechat, "shop/spu/add") >= enough);
      hub.kill();
    }
    hubs.startHub(port, "hub", wechat);

    await().atMost(Duration.ofMinutes(4)).until(() -> hubs.decided(wechat) && hubs.settled(port));
    assertThat(hubs.products(wechat)).hasSizeGreaterThan(280);
    assertThat(hubs.calls(wechat, "shop/spu/update")).isZero();
    assertThat(hubs.get(port, "/api/v1/status").path("flows").path("products").path("dead").asInt())
        .isZero();
  }

  @Test
  void startsWithARealAccountWithoutTheSandboxAndWithItsApiClosed() throws Exception {
    int port = HubProcess.freePort();
    HubProcess hub =
        hubs.launch(
            port,
            "production",
            "--hub.wechat.accounts.main.app-id=wx1234567890123456",
            "--hub.wechat.accounts.main.app-secret=secret",
            "--hub.wechat.accounts.main.base-url=http://127.0.0.1:1",
            "--hub.erp.url=jdbc:mysql://127.0.0.1:1/erp");

    hub.awaitReady("/actuator/health");
    assertThat(hub.status("/sandbox/_control/products")).isEqualTo(404);
    assertThat(hub.status("/api/v1/status")).isEqualTo(401);
  }
}
