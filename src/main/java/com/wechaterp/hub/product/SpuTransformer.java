package com.wechaterp.hub.product;

import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the platform's request body of a call that is ready. */
@DataTypeTransformer(name = "wechat:spu")
class SpuTransformer extends Transformer {

  @Override
  public void transform(Message message, DataType from, DataType to) {
    SpuRequest request = Objects.requireNonNull((SpuRequest) message.getBody());
    message.setBody(
        SpuBody.of(
            request.operation(),
            request.product(),
            source -> request.pictures().getOrDefault(source, source)));
  }
}
