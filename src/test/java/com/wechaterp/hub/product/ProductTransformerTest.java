package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductTransformerTest {

  private static Message transformed(@Nullable Object body) {
    Message message = new DefaultMessage(new DefaultCamelContext());
    message.setBody(body);
    new ProductTransformer().transform(message, DataType.ANY, DataType.ANY);
    return message;
  }

  @Test
  void takesNoRowForAProductThatIsGone() {
    assertThat(transformed(null).getBody()).isNull();
  }

  @Test
  void takesAProductNobodyReadForNoneThatIsGone() {
    HoldException held = catchThrowableOfType(HoldException.class, () -> transformed("T1"));

    assertThat(held.hold().release()).isEqualTo(Release.CONFIG_CHANGE);
    assertThat(held.problem().code()).isEqualTo("product-not-read");
  }
}
