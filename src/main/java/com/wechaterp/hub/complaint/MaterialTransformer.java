package com.wechaterp.hub.complaint;

import com.wechaterp.hub.complaint.ComplaintPlanner.Material;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes the platform's request body of evidence whose pictures are uploaded. */
@DataTypeTransformer(name = "wechat:complaint")
class MaterialTransformer extends Transformer {

  @Override
  public void transform(Message message, DataType from, DataType to) {
    message.setBody(body(Objects.requireNonNull((Material) message.getBody())));
  }

  static Map<String, Object> body(Material material) {
    return Map.of(
        "complaint_order_id",
        Long.valueOf(material.complaintOrderId()),
        "material_info",
        Map.of(
            "content", material.evidence().content(),
            "media_url_list", material.evidence().pictures()));
  }
}
