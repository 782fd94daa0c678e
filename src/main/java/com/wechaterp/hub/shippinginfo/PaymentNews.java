package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.erp.Erp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** Tells the ERP, through its port {@code shipping-info-state}, where a payment stands. */
class PaymentNews {

  private static final String PORT = "shipping-info-state";

  private final ObjectProvider<Erp> erp;
  private final PaymentMemory memory;

  PaymentNews(ObjectProvider<Erp> erp, PaymentMemory memory) {
    this.erp = erp;
    this.memory = memory;
  }

  /** Tells what the ERP was not told yet. */
  void tell(String account, String outOrderId, PaymentKey part, KnownPayment known) {
    Erp merchant = erp.getIfAvailable();
    if (merchant == null || !merchant.has(PORT)) {
      return;
    }
    String now =
        known.stateCode()
            + "/"
            + known.finishedTimes()
            + "/"
            + known.parcels().size()
            + (known.inComplaint() ? "/complaint" : "");
    if (!memory.isTold(account, outOrderId, part, now)) {
      merchant.write(PORT, values(outOrderId, known));
      memory.told(account, outOrderId, part, now);
    }
  }

  private static Map<String, Object> values(String outOrderId, KnownPayment known) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("out_order_id", outOrderId);
    values.put("transaction_id", known.key().transactionId());
    values.put("merchant_trade_no", known.key().merchantTradeNo());
    values.put("order_state", known.stateCode());
    values.put("order_state_name", known.state().chinese());
    values.put("finish_shipping", known.finished() ? 1 : 0);
    values.put("finish_shipping_count", known.finishedTimes());
    values.put("in_complaint", known.inComplaint() ? 1 : 0);
    return values;
  }
}
