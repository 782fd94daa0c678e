package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the values of the ERP's port {@code aftersale}. */
final class AfterSaleRow {

  private AfterSaleRow() {}

  /** Returns the values; what WeChat does not tell is null. */
  static Map<String, @Nullable Object> of(WatchedAfterSale watched) {
    AfterSale known = watched.known();
    Line line = known.lines().isEmpty() ? new Line("", "", 0) : known.lines().get(0);
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("aftersale_id", known.aftersaleId());
    row.put("out_aftersale_id", known.outAftersaleId());
    row.put("order_id", known.orderId());
    row.put("out_order_id", known.outOrderId());
    row.put("openid", known.openid());
    row.put("fund_type", known.fundType());
    row.put("type", known.typeCode());
    row.put("type_name", known.type().chinese());
    row.put("status", known.statusCode());
    row.put("status_name", known.stateName());
    row.put("orderamt", known.orderamt());
    row.put("refund_reason_type", known.reasonType());
    row.put("refund_reason", known.reason());
    row.put("media_list", known.media());
    row.put("out_product_id", line.outProductId());
    row.put("out_sku_id", line.outSkuId());
    row.put("product_cnt", known.lines().stream().mapToLong(Line::productCnt).sum());
    row.put("delivery_id", known.returnInfo().deliveryId());
    row.put("delivery_name", known.returnInfo().deliveryName());
    row.put("waybill_id", known.returnInfo().waybillId());
    row.put("order_return_time", known.returnInfo().returnedAt());
    row.put("refund_id", known.refundId());
    row.put("complaint_order_id", String.join(",", known.complaintIds()));
    row.put("create_time", known.createTime());
    row.put("update_time", known.updateTime());
    row.put("since", watched.since());
    row.put("deadline", watched.deadline());
    return row;
  }
}
