package com.wechaterp.hub.shipment;

import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The memory of parcels sent, in the hub's database; a parcel is noted before it is sent. */
class SentParcels {

  private static final TypeReference<List<Goods>> GOODS = new TypeReference<>() {};
  private static final String WHERE =
      " WHERE account = ? AND out_order_id = ? AND delivery_id = ? AND waybill_id = ?";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  SentParcels(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Returns what is remembered of an order's parcels. */
  List<SentParcel> of(String account, String outOrderId) {
    return jdbc.sql(
            """
            SELECT * FROM shipment_parcel WHERE account = ? AND out_order_id = ?
            ORDER BY changed_at, delivery_id, waybill_id""")
        .params(account, outOrderId)
        .query((row, index) -> parcel(row))
        .list();
  }

  /** Returns what is remembered, the parcels without an answer settled by what WeChat has now. */
  List<SentParcel> settled(String account, String outOrderId, KnownOrder order) {
    for (SentParcel parcel : of(account, outOrderId)) {
      if (parcel.state() == SentParcel.State.BEGUN) {
        if (arrived(parcel, order)) {
          sent(account, outOrderId, parcel);
        } else {
          forget(account, outOrderId, parcel);
        }
      }
    }
    return of(account, outOrderId);
  }

  private static boolean arrived(SentParcel parcel, KnownOrder order) {
    if (parcel.isWithoutWaybill()) {
      return switch (order.status()) {
        case WAITING_RECEIPT, FINISHED, REFUNDED -> true;
        default -> false;
      };
    }
    return order.parcels().stream()
        .anyMatch(known -> parcel.is(known.deliveryId(), known.waybillId()));
  }

  /** Notes a parcel: one that is about to be sent, or one that WeChat has without the hub. */
  void note(
      String account,
      String outOrderId,
      String deliveryId,
      String waybillId,
      List<Goods> goods,
      SentParcel.State state) {
    List<Object> values =
        Arrays.asList(
            json.writeValueAsString(goods),
            state.name(),
            now(),
            account,
            outOrderId,
            deliveryId,
            waybillId);
    jdbc.sql(
            """
            INSERT INTO shipment_parcel (goods, state, changed_at, account, out_order_id,
              delivery_id, waybill_id, told)
            VALUES (?, ?, ?, ?, ?, ?, ?, '')
            ON DUPLICATE KEY UPDATE goods = VALUES(goods), state = VALUES(state),
              changed_at = VALUES(changed_at)""")
        .params(values)
        .update();
  }

  /** Notes that WeChat has the parcels that were begun. */
  void allSent(String account, String outOrderId) {
    begun(account, outOrderId).forEach(parcel -> sent(account, outOrderId, parcel));
  }

  /** Forgets the parcels that were begun and refused. */
  void noneSent(String account, String outOrderId) {
    begun(account, outOrderId).forEach(parcel -> forget(account, outOrderId, parcel));
  }

  private List<SentParcel> begun(String account, String outOrderId) {
    return of(account, outOrderId).stream()
        .filter(parcel -> parcel.state() == SentParcel.State.BEGUN)
        .toList();
  }

  private void sent(String account, String outOrderId, SentParcel parcel) {
    jdbc.sql("UPDATE shipment_parcel SET state = ?, changed_at = ?" + WHERE)
        .params(
            SentParcel.State.SENT.name(),
            now(),
            account,
            outOrderId,
            parcel.deliveryId(),
            parcel.waybillId())
        .update();
  }

  private void forget(String account, String outOrderId, SentParcel parcel) {
    jdbc.sql("DELETE FROM shipment_parcel" + WHERE)
        .params(account, outOrderId, parcel.deliveryId(), parcel.waybillId())
        .update();
  }

  /** Notes what the ERP was told of a parcel. */
  void told(String account, String outOrderId, SentParcel parcel, String what) {
    jdbc.sql("UPDATE shipment_parcel SET told = ?" + WHERE)
        .params(what, account, outOrderId, parcel.deliveryId(), parcel.waybillId())
        .update();
  }

  private SentParcel parcel(ResultSet row) throws SQLException {
    return new SentParcel(
        row.getString("delivery_id"),
        row.getString("waybill_id"),
        Objects.requireNonNull(json.readValue(row.getString("goods"), GOODS)),
        SentParcel.State.valueOf(row.getString("state")),
        UtcTimes.instant(row.getObject("changed_at", LocalDateTime.class)),
        row.getString("told"));
  }

  private LocalDateTime now() {
    return UtcTimes.utc(clock.instant());
  }
}
