package com.wechaterp.hub.erp.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SnapshotScanTest {

  private static final SnapshotScan.Target TARGET =
      new SnapshotScan.Target("stock", "stock", "main", 80);

  private final TreeMap<String, Long> rows = new TreeMap<>();
  private final TreeSet<String> marked = new TreeSet<>();
  private final WorkList work = mock(WorkList.class);
  private HikariDataSource dataSource = HubDatabase.h2();

  @BeforeEach
  void fillsTheErp() {
    for (int i = 0; i < 20_000; i++) {
      rows.put("sku-%06d".formatted(i), (long) i);
    }
    recordMarks();
  }

  @AfterEach
  void closesTheDatabase() {
    dataSource.close();
  }

  @Test
  void marksEveryKeyTheFirstTimeAndNoneTheSecond() {
    assertThat(scan()).isEqualTo(20_000);
    assertThat(scan()).isZero();
  }

  @Test
  void marksExactlyWhatIsNewChangedOrGone() {
    scan();
    marked.clear();

    rows.put("sku-000500", -1L);
    rows.put("sku-000500-new", 7L);
    rows.remove("sku-019999");

    assertThat(scan()).isEqualTo(3);
    assertThat(marked).containsExactly("sku-000500", "sku-000500-new", "sku-019999");
    assertThat(scan()).isZero();
  }

  @Test
  void marksNothingElseWhenTheKeysThatEndChunksAreGone() {
    scan();
    marked.clear();

    int before = rows.size();
    rows.keySet().removeIf(key -> (RowFold.hash(key) & 511) == 0);
    int gone = before - rows.size();

    assertThat(gone).isPositive();
    assertThat(scan()).isEqualTo(gone);
  }

  @Test
  void marksEveryKeyOfATableThatWasEmptied() {
    scan();
    marked.clear();

    rows.clear();

    assertThat(scan()).isEqualTo(20_000);
    assertThat(scan()).isZero();
  }

  @Test
  void findsTheChangeAgainWhenMarkingItFailed() {
    scan();
    rows.put("sku-000042", -1L);
    doThrow(new IllegalStateException("killed"))
        .when(work)
        .markAll(any(), any(), any(), anyInt(), any());
    assertThatThrownBy(this::scan).hasMessage("killed");

    recordMarks();
    marked.clear();

    assertThat(scan()).isEqualTo(1);
    assertThat(marked).containsExactly("sku-000042");
  }

  @Test
  void takesNoRowForGoneWhenTheReadBrokeOff() {
    scan();
    marked.clear();

    SnapshotScan broken = newScan();
    rows.headMap("sku-010000").forEach((key, hash) -> broken.add(new Fingerprint(key, hash)));

    assertThat(marked).isEmpty();
    assertThat(scan()).isZero();
  }

  @Test
  void tellsANullFromAnEmptyTextAndCountsThePlaceOfAValue() {
    assertThat(new RowFold().add(null).hash()).isNotEqualTo(new RowFold().add("").hash());
    assertThat(new RowFold().add("a").add("b").hash())
        .isNotEqualTo(new RowFold().add("b").add("a").hash());
  }

  private int scan() {
    SnapshotScan scan = newScan();
    rows.forEach((key, hash) -> scan.add(new Fingerprint(key, hash)));
    return scan.finish();
  }

  private SnapshotScan newScan() {
    return new SnapshotScan(
        new JdbcTemplate(dataSource),
        new TransactionTemplate(new JdbcTransactionManager(dataSource)),
        work,
        TARGET);
  }

  private void recordMarks() {
    reset(work);
    doAnswer(
            call -> {
              Collection<String> keys = call.getArgument(2);
              return marked.addAll(keys);
            })
        .when(work)
        .markAll(any(), any(), any(), anyInt(), any());
  }
}
