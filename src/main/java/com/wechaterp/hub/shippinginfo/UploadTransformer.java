package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the platform's request body of a call about a payment. */
@DataTypeTransformer(name = "wechat:shipping-info")
class UploadTransformer extends Transformer {

  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(WeChatTime.CHINA);
  private static final long UNIFIED = 1;
  private static final long SPLIT = 2;

  /** WeChat asks for a telephone number only with this one (document upload_shipping_info). */
  private static final String WITH_CONTACT = "SF";

  @Override
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(body(Objects.requireNonNull((ShippingInfoRequest) message.getBody())));
  }

  static Map<String, Object> body(ShippingInfoRequest request) {
    return request.extra().into(request.operation(), known(request));
  }

  private static Map<String, Object> known(ShippingInfoRequest request) {
    Instant time = Objects.requireNonNull(request.time());
    Map<String, Object> body = new LinkedHashMap<>();
    if (request.operation().equals(ShippingInfoOperation.REMIND)) {
      body.putAll(request.key().fields());
      body.put("received_time", time.getEpochSecond());
      return body;
    }
    body.put("order_key", request.key().orderKey());
    if (request.operation().equals(ShippingInfoOperation.UPLOAD_COMBINED)) {
      body.put(
          "sub_orders", request.parts().stream().map(part -> subOrder(request, part)).toList());
    } else {
      body.putAll(shipping(request, request.parts().get(0)));
    }
    body.put("upload_time", RFC_3339.format(time));
    body.put("payer", Map.of("openid", request.openid()));
    return body;
  }

  private static Map<String, Object> subOrder(ShippingInfoRequest request, ReadyPart part) {
    Map<String, Object> sub = new LinkedHashMap<>();
    sub.put("order_key", part.key().orderKey());
    sub.putAll(shipping(request, part));
    return sub;
  }

  private static Map<String, Object> shipping(ShippingInfoRequest request, ReadyPart part) {
    Map<String, Object> shipping = new LinkedHashMap<>();
    shipping.put("logistics_type", (long) part.logistics().code());
    shipping.put("delivery_mode", part.split() ? SPLIT : UNIFIED);
    if (part.split()) {
      shipping.put("is_all_delivered", part.all());
    }
    shipping.put(
        "shipping_list", part.parcels().stream().map(each -> parcel(request, each)).toList());
    return shipping;
  }

  private static Map<String, Object> parcel(ShippingInfoRequest request, ReadyPart.Parcel parcel) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!parcel.trackingNo().isEmpty()) {
      fields.put("tracking_no", parcel.trackingNo());
      fields.put("express_company", parcel.courierId());
    }
    fields.put("item_desc", parcel.itemDesc());
    if (parcel.courierId().equals(WITH_CONTACT)) {
      fields.put("contact", request.contact().fields());
    }
    return fields;
  }
}
