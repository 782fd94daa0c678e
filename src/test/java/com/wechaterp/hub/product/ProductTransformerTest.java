package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.document.ExtraField;
import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
  void carriesThePacksOwnFieldsIntoTheBodyAndIntoWhatTellsAChange() {
    Product spring = withSeason("spring", SpuOperation.UPDATE);
    Product autumn = withSeason("autumn", SpuOperation.UPDATE);

    assertThat(SpuBody.of(SpuOperation.UPDATE, spring, source -> source))
        .containsEntry("season", "spring");
    assertThat(SpuBody.of(SpuOperation.ADD, spring, source -> source)).doesNotContainKey("season");
    assertThat(Fingerprint.of(spring)).isNotEqualTo(Fingerprint.of(autumn));
  }

  @Test
  void tellsNoChangeByAFieldThatNoAuditSees() {
    Product spring = withSeason("spring", SpuOperation.UPDATE_WITHOUT_AUDIT);
    Product autumn = withSeason("autumn", SpuOperation.UPDATE_WITHOUT_AUDIT);

    assertThat(Fingerprint.of(spring)).isEqualTo(Fingerprint.of(autumn));
  }

  private static Product withSeason(String season, String operation) {
    Map<String, Object> document =
        Map.of(
            "out_product_id",
            "T1",
            "title",
            "Green tea",
            "third_cat_id",
            "6493",
            "skus",
            List.of(Map.of("out_sku_id", "1", "sale_price", 100L, "stock_num", 3L)),
            "extra",
            new ExtraFields(
                List.of(new ExtraField(Set.of(operation), "season", Map.of(), season))));
    return (Product) Objects.requireNonNull(transformed(document).getBody());
  }

  @Test
  void takesAProductNobodyReadForNoneThatIsGone() {
    HoldException held = catchThrowableOfType(HoldException.class, () -> transformed("T1"));

    assertThat(held.hold().release()).isEqualTo(Release.CONFIG_CHANGE);
    assertThat(held.problem().code()).isEqualTo("product-not-read");
  }
}
