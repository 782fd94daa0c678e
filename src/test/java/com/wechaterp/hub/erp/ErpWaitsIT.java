package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.FaultyProxy.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** No wait on the ERP is without an end: silence, trickle, a long statement. */
class ErpWaitsIT extends ErpThings {

  @Test
  void givesASilentErpUpAndSaysSo() {
    line.freeze();

    ErpException failure = failureSoon(() -> erp.read("products", "T1"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.OUTAGE);
    assertThat(failure.problem().code()).isEqualTo("erp-silent");
    assertThat(failure.problem().sentence(Language.ZH))
        .contains("products.sql", "2 秒", "127.0.0.1");
    assertThat(database.problems()).extracting(Problem::code).containsExactly("erp-silent");
  }

  @Test
  void givesAWriteUpThatTheErpNeverAnswersAndGoesOnOnceTheLineIsMended() {
    line.freeze(Direction.TO_CLIENT);
    assertThat(failureSoon(() -> close("T1")).kind()).isEqualTo(ErpException.Kind.OUTAGE);
    line.cut();

    line.pass();

    await().atMost(SOON).ignoreExceptions().until(() -> close("T2") == 1);
    assertThat(database.problems()).isEmpty();
  }

  @Test
  void givesAnAnswerUpThatTricklesThoughEachByteComesInTime() {
    line.trickle(Direction.TO_CLIENT, Duration.ofMillis(300));

    assertThat(failureSoon(() -> erp.read("products", "T1")).problem().code())
        .isEqualTo("erp-silent");
  }

  @Test
  void givesAStreamUpThatFallsSilentInTheMiddle() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      rows.add(new Object[] {"U%05d".formatted(i)});
    }
    jdbc.batchUpdate("INSERT INTO thing (no, title, state) VALUES (?, 'Thing', 0)", rows);
    List<Object> seen = new ArrayList<>();

    ErpException failure =
        failureSoon(
            () -> {
              erp.stream(
                  "products",
                  document -> {
                    seen.add(document);
                    line.freeze();
                  },
                  bad -> {});
              return seen;
            });

    assertThat(failure.problem().code()).isEqualTo("erp-silent");
    assertThat(seen).isNotEmpty().hasSizeLessThan(5000);
  }

  @Test
  void doesNotCountWhatTheHubDoesWithTheRows() {
    List<Object> seen = new ArrayList<>();
    Instant end = Instant.now().plus(QUERY).plus(KEY);

    erp.stream(
        "products",
        document -> {
          seen.add(document);
          await().atMost(SOON).until(() -> seen.size() > 1 || Instant.now().isAfter(end));
        },
        bad -> {});

    assertThat(seen).hasSize(3);
  }

  @Test
  void cancelsAStatementThatTakesTooLongAndBlamesOnlyItsKey() throws IOException {
    Files.writeString(
        folder.resolve("products.sql"),
        READ.replace("g.title", "CASE g.no WHEN 'T2' THEN SLEEP(600) ELSE g.title END"));
    erp = erp();

    ErpException failure = failureSoon(() -> erp.read("products", "T2"));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BUSY);
    assertThat(failure.problem().code()).isEqualTo("erp-slow");
    assertThat(failure.problem().sentence(Language.EN)).startsWith("T2: ").contains("products.sql");
    assertThat(database.problems()).isEmpty();
    assertThat(erp.read("products", "T1")).isPresent();
  }

  @Test
  void tellsItsOwnWantOfConnectionsFromAnErpThatIsAway() {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<?> first = CompletableFuture.runAsync(() -> keepBusy(done));
    CompletableFuture<?> second = CompletableFuture.runAsync(() -> keepBusy(done));

    ErpException failure =
        failureSoon(
            () -> {
              await().atMost(SOON).until(() -> sessions() >= 2);
              return erp.read("products", "T1");
            });

    done.countDown();
    CompletableFuture.allOf(first, second).join();
    assertThat(failure.problem().code()).isEqualTo("erp-pool-crowded");
    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BUSY);
  }

  private void keepBusy(CountDownLatch done) {
    erp.stream("products", document -> awaitQuietly(done), bad -> {});
  }

  private static void awaitQuietly(CountDownLatch done) {
    await().atMost(SOON).until(() -> done.getCount() == 0);
  }

  private int sessions() {
    Integer there =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()",
            Integer.class);
    return there == null ? 0 : there;
  }

  @Test
  void letsAStopNotWaitForTheErp() {
    database.close();
    database = database(Duration.ofHours(1));
    erp = erp();
    assertThat(erp.read("products", "T1")).isPresent();
    line.freeze();
    CompletableFuture<ErpException> reading =
        CompletableFuture.supplyAsync(() -> failure(() -> erp.read("products", "T1")));

    database.hurry();

    assertThat(reading).succeedsWithin(SOON);
    assertThat(reading.join().problem().code()).isEqualTo("erp-stopped");
    assertThat(reading.join().kind()).isEqualTo(ErpException.Kind.BUSY);
  }
}
