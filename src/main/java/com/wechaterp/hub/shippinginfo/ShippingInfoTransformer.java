package com.wechaterp.hub.shippinginfo;

import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the canonical shipping info of the ERP's document; null stays null. */
@DataTypeTransformer(name = "hub:shipping-info")
class ShippingInfoTransformer extends Transformer {

  @Override
  @SuppressWarnings("unchecked")
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(ShippingInfoReader.read((Map<String, ?>) message.getBody(Map.class)));
  }
}
