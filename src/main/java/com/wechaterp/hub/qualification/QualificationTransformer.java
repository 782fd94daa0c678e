package com.wechaterp.hub.qualification;

import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the canonical qualification of the ERP's document; null stays null. */
@DataTypeTransformer(name = "hub:qualification")
class QualificationTransformer extends Transformer {

  @Override
  @SuppressWarnings("unchecked")
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(QualificationReader.read((Map<String, ?>) message.getBody(Map.class)));
  }
}
