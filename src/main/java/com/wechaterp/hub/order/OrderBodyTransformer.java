package com.wechaterp.hub.order;

import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the platform's request body of a call that is ready. */
@DataTypeTransformer(name = "wechat:order")
class OrderBodyTransformer extends Transformer {

  @Override
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(OrderBody.of(Objects.requireNonNull((OrderRequest) message.getBody())));
  }
}
