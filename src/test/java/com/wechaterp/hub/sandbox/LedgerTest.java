package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follows money through the two balances, and holds each entry to them. */
class LedgerTest {

  private final Ledger ledger = new Ledger();
  private final Shop shop =
      new Shop(
          "wx1",
          new SandboxProperties.Account("", "", "", "", "plain", "json"),
          new SandboxStore(null),
          new SandboxClock());

  @Test
  void keepsWhatIsPaidPendingUntilItIsSettled() {
    ledger.enter(shop, LedgerKind.PAID, "O1", 10_000);
    assertBalances(10_000, 0);

    ledger.enter(shop, LedgerKind.REFUNDED, "A1", 1_000);
    assertBalances(9_000, 0);

    ledger.settle(shop, "O1", 9_000);
    assertBalances(0, 9_000 - 54);

    ledger.enter(shop, LedgerKind.WITHDRAWN, "W1", 5_000);
    assertBalances(0, 3_946);
  }

  @ParameterizedTest
  @CsvSource({"10000, 60", "100, 1", "83, 0", "84, 1", "1, 0", "250, 2"})
  void takesAFeeOfSixInAThousandRoundedToTheFen(long fen, long fee) {
    ledger.enter(shop, LedgerKind.PAID, "O1", fen);

    ledger.settle(shop, "O1", fen);

    assertBalances(0, fen - fee);
  }

  @Test
  void entersDirectionAndBalanceOfEachMovement() {
    ledger.enter(shop, LedgerKind.PAID, "O1", 500);
    ledger.enter(shop, LedgerKind.REFUNDED, "A1", 200);

    List<Map<String, Object>> entries = today();

    assertThat(entries).extracting(one -> one.get("flow_type")).containsExactly("收入", "支出");
    assertThat(entries).extracting(one -> one.get("balance")).containsExactly(500L, 300L);
    assertThat(entries).extracting(one -> one.get("request_no")).containsExactly("O1", "A1");
    assertThat(entries).extracting(one -> one.get("busi_type")).containsExactly("订单", "售后");
  }

  @Test
  void cutsDaysAtMidnightInChina() {
    ledger.enter(shop, LedgerKind.PAID, "before", 1, Instant.parse("2021-11-19T15:59:59Z"));
    ledger.enter(shop, LedgerKind.PAID, "after", 1, Instant.parse("2021-11-19T16:00:00Z"));

    assertThat(ledger.of(shop, "20211119"))
        .extracting(one -> one.get("request_no"))
        .containsExactly("before");
    assertThat(ledger.of(shop, "20211120"))
        .extracting(one -> one.get("request_no"))
        .containsExactly("after");
  }

  private List<Map<String, Object>> today() {
    return ledger.of(shop, shop.clock().wire().substring(0, 10).replace("-", ""));
  }

  private void assertBalances(long pending, long available) {
    assertThat(ledger.pending(shop)).isEqualTo(pending);
    assertThat(ledger.available(shop)).isEqualTo(available);
  }
}
