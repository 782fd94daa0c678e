package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.DemoTables;
import com.wechaterp.hub.work.WorkList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The demo pack's ports of shipments, on whatever database the demo shop runs. */
abstract class DemoShipmentsContract {

  private final String url;
  private final String user;
  private final JdbcTemplate shop;
  private final ErpDatabase database;
  private final SqlErp erp;

  DemoShipmentsContract(String url, String user) {
    this.url = url;
    this.user = user;
    shop = new JdbcTemplate(new DriverManagerDataSource(url, user, ""));
    database = new ErpDatabase(new ErpProperties("demo", url, user, "", 4, Duration.ofSeconds(10)));
    PackFolder folder = new PackFolder(Path.of("."), "demo", text -> text);
    erp =
        new SqlErp(
            folder::pack,
            database,
            Mockito.mock(ErpChanges.class),
            Mockito.mock(WorkList.class),
            Language.EN);
  }

  @BeforeEach
  void ship() {
    DemoTables.create(url, user);
    note("N1", "顺丰", "SF1", "2026-03-01 10:00:00");
    note("N2", "SF-Express", null, "2026-03-01 11:00:00");
    note("N3", null, null, null);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void note(String no, String courier, String waybill, String gone) {
    shop.update(
        "INSERT INTO dlv_note (note_no, so_no, exp_name, exp_no, gone, upd_time)"
            + " VALUES (?, 'SO1', ?, ?, ?, CURRENT_TIMESTAMP)",
        no,
        courier,
        waybill,
        gone);
    shop.update("INSERT INTO dlv_item (note_no, item_no, qty) VALUES (?, ?, 2)", no, "I-" + no);
  }

  @Test
  void readsTheParcelsThatAreGoneWithTheTimeOfTheLast() {
    Map<String, Object> shipment = erp.read("shipments", "SO1").orElseThrow();

    assertThat(shipment.get("ship_done_time")).hasToString("2026-03-01T03:00:00Z");
    assertThat((List<?>) shipment.get("delivery_list"))
        .isEqualTo(
            List.of(
                Map.of(
                    "delivery_id",
                    "顺丰",
                    "waybill_id",
                    "SF1",
                    "out_sku_id",
                    "I-N1",
                    "product_cnt",
                    2L),
                Map.of("delivery_id", "SF-Express", "out_sku_id", "I-N2", "product_cnt", 2L)));
  }

  @Test
  void writesAParcelOnceAndThenWhatChangedOfIt() {
    for (int finished : new int[] {0, 1}) {
      erp.write(
          "shipment-state",
          Map.of(
              "out_order_id",
              "SO1",
              "delivery_id",
              "SF",
              "delivery_name",
              "顺丰速运",
              "waybill_id",
              "SF1",
              "finish_all_delivery",
              finished));
    }

    assertThat(shop.queryForList("SELECT so_no, wx_exp_no, wx_exp, all_gone FROM wx_dlv"))
        .containsExactly(
            Map.of("so_no", "SO1", "wx_exp_no", "SF1", "wx_exp", "SF 顺丰速运", "all_gone", 1));
  }
}
