package com.wechaterp.hub.product;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the canonical product of the ERP's document; null, a product that is gone, stays null. */
@DataTypeTransformer(name = "hub:product")
class ProductTransformer extends Transformer {

  @Override
  @SuppressWarnings("unchecked")
  public void transform(Message message, DataType from, DataType to) {
    Object document = message.getBody();
    if (document != null && !(document instanceof Map)) {
      // Nobody asked the ERP. To take that for a product that is gone would take it off sale.
      Problem problem = Problem.of("product-not-read", "key", document);
      throw new HoldException(Hold.of(problem, Release.CONFIG_CHANGE));
    }
    message.setBody(ProductReader.read((Map<String, ?>) document));
  }
}
