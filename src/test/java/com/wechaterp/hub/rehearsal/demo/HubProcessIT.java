package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.FailingDiskProcess;
import com.wechaterp.hub.testing.HubProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hubs in processes of their own: killed while they push the catalogue, with a real account, and
 * with a file that is lost or damaged.
 */
class HubProcessIT {

  private static final int KILLS = 2;

  private static final List<String> REAL_ACCOUNT =
      List.of(
          "--hub.wechat.accounts.main.app-id=wx1234567890123456",
          "--hub.wechat.accounts.main.app-secret=secret",
          "--hub.wechat.accounts.main.base-url=http://127.0.0.1:1",
          "--hub.erp.url=jdbc:mysql://127.0.0.1:1/erp");

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
    HubProcess hub = hubs.launch(port, "production", REAL_ACCOUNT.toArray(String[]::new));

    hub.awaitReady("/actuator/health");
    assertThat(hub.status("/sandbox/_control/products")).isEqualTo(404);
    assertThat(hub.status("/api/v1/status")).isEqualTo(401);
  }

  @Test
  void endsItselfWithExitCodeThreeWhenItsFileCannotBeOpenedAgain() throws Exception {
    List<String> options = new ArrayList<>(REAL_ACCOUNT);
    options.add("--hub.database.closed-limit=1s");
    options.add("--hub.language=en");
    options.add(
        "--spring.datasource.url=jdbc:h2:failing:"
            + folder.resolve("failing-hub")
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    try (HubProcess hub = FailingDiskProcess.launch(folder, HubProcess.freePort(), options)) {
      hub.awaitReady("/livez");

      FailingDiskProcess.breakDisk(folder);

      assertThat(hub.awaitEnd()).isEqualTo(3);
      assertThat(hub.log())
          .contains("The hub's database file cannot be opened again", "exit code 3");
    }
  }

  @Test
  void refusesADamagedFileInOneSentence() throws Exception {
    Path file = Files.createDirectories(folder.resolve("damaged")).resolve("hub.mv.db");
    Files.writeString(file, "H:2,block:2,".concat("rubbish".repeat(5000)));
    List<String> options = new ArrayList<>(REAL_ACCOUNT);
    options.add("--hub.language=en");

    HubProcess hub = hubs.launch(HubProcess.freePort(), "damaged", options.toArray(String[]::new));

    assertThat(hub.awaitEnd()).isEqualTo(1);
    assertThat(hub.log())
        .containsOnlyOnce("The hub's database " + file.toRealPath() + " is damaged")
        .contains("put the last backup in its place")
        .doesNotContain("\tat ");
  }
}
