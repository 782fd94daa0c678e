package com.wechaterp.hub.aftersale;

import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the platform's request body of a call that is ready. */
@DataTypeTransformer(name = "wechat:aftersale")
class AfterSaleBodyTransformer extends Transformer {

  @Override
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(AfterSaleBody.of(Objects.requireNonNull((AfterSaleCall) message.getBody())));
  }
}
