package com.wechaterp.hub.complaint;

import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the ERP's values of a dispute read from WeChat. */
@DataTypeTransformer(name = "erp:complaint")
class ComplaintRowTransformer extends Transformer {

  @Override
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(ComplaintRow.of(Objects.requireNonNull((Complaint) message.getBody())));
  }
}
