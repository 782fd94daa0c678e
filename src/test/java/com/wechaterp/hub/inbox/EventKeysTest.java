package com.wechaterp.hub.inbox;

import static com.wechaterp.hub.inbox.InboxOf.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EventKeysTest {

  private final EventRoutes routes = new EventRoutes();

  private String key(String name, String element, Map<String, Object> body) {
    return EventKeys.workKey(event(name, element, body), routes.of(name).orElseThrow());
  }

  @Test
  void takesTheMerchantsId() {
    assertThat(
            key(
                "open_product_order_pay",
                "order_info",
                Map.of("out_order_id", "o1", "order_id", 7)))
        .isEqualTo("o1");
  }

  @Test
  void marksWeChatsIdAsSuchWhereTheMerchantsIsEmpty() {
    assertThat(
            key(
                "open_product_order_pay",
                "order_info",
                Map.of("out_order_id", "", "order_id", 3302922000692805632L)))
        .isEqualTo("wx:3302922000692805632");
    assertThat(
            key("open_product_spu_audit", "OpenProductSpuAudit", Map.of("product_id", "38249023")))
        .isEqualTo("wx:38249023");
  }

  @Test
  void takesTheNumberOfAnAfterSaleAsItIs() {
    assertThat(
            key(
                "aftersale_update_order",
                "aftersale_info",
                Map.of("aftersale_id", 4000000005145200123L, "out_aftersale_id", "mine")))
        .isEqualTo("4000000005145200123");
  }

  @Test
  void takesAKeyThatDoesNotTellWhoThePersonIs() {
    String key = key("miniprogram_sharer_action", "info", Map.of("openid", "oSharer1"));

    assertThat(key).startsWith("person:").doesNotContain("oSharer1");
    assertThat(key("miniprogram_sharer_bind_status_change", "info", Map.of("openid", "oSharer1")))
        .isEqualTo(key);
    assertThat(key("miniprogram_sharer_action", "info", Map.of("openid", "oSharer2")))
        .isNotEqualTo(key);
    assertThat(key("miniprogram_sharer_action", "info", Map.of("openid", ""))).isEmpty();
  }

  @Test
  void takesTheAccountWhereNothingElseIsMeant() {
    assertThat(key("open_product_scene_group_audit", "SceneGroupAudit", Map.of("group_id", 1)))
        .isEqualTo("gh_1");
  }

  @Test
  void findsNoKeyInEmptyFieldsAndInWhatIsNoId() {
    assertThat(
            key("open_product_order_pay", "order_info", Map.of("out_order_id", " ", "order_id", 0)))
        .isEmpty();
    assertThat(key("aftersale_new_order", "aftersale_info", Map.of("aftersale_id", Map.of("a", 1))))
        .isEmpty();
    assertThat(key("open_product_order_pay", "order_info", Map.of("out_order_id", "x".repeat(129))))
        .isEmpty();
  }
}
