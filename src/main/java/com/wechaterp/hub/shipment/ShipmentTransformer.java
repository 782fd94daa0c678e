package com.wechaterp.hub.shipment;

import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the canonical shipment of the ERP's document; null stays null. */
@DataTypeTransformer(name = "hub:shipment")
class ShipmentTransformer extends Transformer {

  @Override
  @SuppressWarnings("unchecked")
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(ShipmentReader.read((Map<String, ?>) message.getBody(Map.class)));
  }
}
