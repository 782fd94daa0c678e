package com.wechaterp.hub.shipment;

import com.wechaterp.hub.wechat.WeChatTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the platform's request body of a call about a shipment. */
@DataTypeTransformer(name = "wechat:delivery")
class DeliveryTransformer extends Transformer {

  @Override
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(body(Objects.requireNonNull((ShipmentRequest) message.getBody())));
  }

  static Map<String, Object> body(ShipmentRequest request) {
    return request.extra().into(request.operation(), known(request));
  }

  private static Map<String, Object> known(ShipmentRequest request) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_order_id", request.outOrderId());
    body.put("openid", request.openid());
    if (request.operation().equals(ShipmentOperation.RECEIVE)) {
      return body;
    }
    if (!request.parcels().isEmpty()) {
      body.put(
          "delivery_list", request.parcels().stream().map(DeliveryTransformer::parcel).toList());
    }
    body.put("finish_all_delivery", request.finishAllDelivery() ? 1L : 0L);
    if (request.shipDoneTime() != null) {
      body.put("ship_done_time", WeChatTime.text(request.shipDoneTime()));
    }
    return body;
  }

  private static Map<String, Object> parcel(ReadyParcel parcel) {
    List<Map<String, Object>> goods =
        parcel.goods().stream().map(DeliveryTransformer::goods).toList();
    return Map.of(
        "delivery_id",
        parcel.deliveryId(),
        "waybill_id",
        parcel.waybillId(),
        "product_info_list",
        goods);
  }

  private static Map<String, Object> goods(Goods goods) {
    return Map.of(
        "out_product_id", goods.outProductId(),
        "out_sku_id", goods.outSkuId(),
        "product_cnt", goods.productCnt());
  }
}
