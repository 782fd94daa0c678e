package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A lock is the matter of its own row, on either side. */
class ErpLocksIT extends ErpThings {

  @Test
  void writesBesideAClerkWhoHasLockedAnotherRowOfTheTable() {
    clerk()
        .executeWithoutResult(
            status -> {
              jdbc.update("UPDATE thing SET title = 'the clerk types' WHERE id = 1");

              assertThat(close("T2")).isEqualTo(1);
            });
  }

  @Test
  void locksNoRowButItsOwn() {
    TransactionTemplate hub = database.transaction();
    hub.executeWithoutResult(
        status -> {
          database.template().update(WRITE, Map.of("status", 1, "out_order_id", "T2"));
          CompletableFuture<Integer> clerk =
              CompletableFuture.supplyAsync(
                  () -> jdbc.update("UPDATE thing SET state = 9 WHERE id = 3"));

          assertThat(clerk).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1);
        });
  }

  @Test
  void saysThatAnotherSessionHasLockedTheRowAndCallsItNoOutage() {
    clerk()
        .executeWithoutResult(
            status -> {
              jdbc.update("UPDATE thing SET title = 'the clerk types' WHERE id = 1");

              ErpException failure = failureSoon(() -> close("T1"));

              assertThat(failure.kind()).isEqualTo(ErpException.Kind.BUSY);
              assertThat(failure.problem().code()).isEqualTo("erp-locked");
              assertThat(failure.problem().sentence(Language.EN))
                  .startsWith("T1: locked by another session of the ERP");
              assertThat(database.problems()).isEmpty();
            });
    assertThat(close("T1")).isEqualTo(1);
  }

  private TransactionTemplate clerk() {
    return new TransactionTemplate(new JdbcTransactionManager(merchant));
  }
}
