package com.wechaterp.hub.aftersale;

import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the ERP's values of an after-sale read from WeChat. */
@DataTypeTransformer(name = "erp:aftersale")
class AfterSaleRowTransformer extends Transformer {

  @Override
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(AfterSaleRow.of(Objects.requireNonNull((WatchedAfterSale) message.getBody())));
  }
}
