package com.wechaterp.hub.order;

import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the canonical order of the ERP's document; nothing stays nothing. */
@DataTypeTransformer(name = "hub:order")
class OrderTransformer extends Transformer {

  @Override
  @SuppressWarnings("unchecked")
  public void transform(Message message, DataType from, DataType to) {
    // Without a port the body is still the key.
    message.setBody(
        message.getBody() instanceof Map<?, ?> document
            ? OrderReader.read((Map<String, ?>) document)
            : null);
  }
}
