package com.wechaterp.hub.qualification;

import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the platform's request body of a submission that is ready. */
@DataTypeTransformer(name = "wechat:qualification")
class AuditTransformer extends Transformer {

  @Override
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(
        QualificationBody.of(Objects.requireNonNull((QualificationRequest) message.getBody())));
  }
}
