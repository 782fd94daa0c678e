package com.wechaterp.hub.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.aftersale.AfterSaleDecision.Kind;
import com.wechaterp.hub.aftersale.AfterSaleDecision.ReturnAddress;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AfterSaleBodyTest {

  private static final String SOURCE = "https://shop.example/proof.jpg";
  private static final String LINK = "https://mmecimage.cn/p/1";

  @Test
  void namesTheGoodsAndThePicturesOfANewTicket() {
    Map<String, Object> body = body("shop/ecaftersale/add", requested());

    assertThat(body)
        .containsEntry("out_order_id", "1001")
        .containsEntry("openid", "buyer")
        .containsEntry("orderamt", 1990L)
        .containsEntry(
            "product_info", Map.of("out_product_id", "P1", "out_sku_id", "S1", "product_cnt", 1L))
        .containsEntry("media_list", List.of(Map.of("type", 1L, "url", LINK, "thumb_url", LINK)));
  }

  @Test
  void changesWithoutTheGoods() {
    assertThat(body("shop/ecaftersale/update", requested()))
        .doesNotContainKeys("product_info", "out_order_id")
        .containsEntry("refund_reason", "too small");
  }

  @Test
  void sendsAnUnlistedCourierAsOthers() {
    assertThat(body("shop/ecaftersale/uploadreturninfo", requested()))
        .containsEntry("delivery_id", "OTHERS")
        .containsEntry("delivery_name", "Village post")
        .containsEntry("waybill_id", "V1");
  }

  @Test
  void cancelsByTheMerchantsId() {
    assertThat(body("shop/ecaftersale/cancel", requested()))
        .isEqualTo(Map.of("out_aftersale_id", "A1", "openid", "buyer"));
  }

  @Test
  void acceptsARefundByTheIdAlone() {
    assertThat(body("shop/ecaftersale/acceptrefund", decided(Kind.ACCEPT_REFUND)))
        .isEqualTo(Map.of("aftersale_id", 4000000001596225L));
    assertThat(body("shop/ecaftersale/reject", decided(Kind.REJECT)))
        .isEqualTo(Map.of("aftersale_id", 4000000001596225L));
  }

  @Test
  void tellsTheBuyerWhereTheGoodsGo() {
    Map<String, Object> body = body("shop/ecaftersale/acceptreturn", decided(Kind.ACCEPT_RETURN));

    assertThat(body.get("address_info"))
        .isEqualTo(
            Map.of(
                "receiver_name", "仓库",
                "tel_number", "13800000000",
                "province", "广东省",
                "city", "广州市",
                "town", "海珠区",
                "detailed_address", "一号路 1 号"));
  }

  @Test
  void changesWhereTheGoodsGoBeforeAnybodyAgreed() {
    Map<String, Object> body =
        body("shop/ecaftersale/merchantupdate", decided(Kind.MERCHANT_UPDATE));

    assertThat(body.get("after_sales_order"))
        .isEqualTo(
            Map.of(
                "aftersale_id",
                4000000001596225L,
                "return_address_info",
                Map.of(
                    "receiver_name", "仓库",
                    "tel_number", "13800000000",
                    "province", "广东省",
                    "city", "广州市",
                    "town", "海珠区",
                    "detailed_address", "一号路 1 号")));
  }

  @Test
  void leavesTheSkuOutWhereThereIsNone() {
    AfterSaleRequest wanted =
        Tickets.request(AfterSaleType.REFUND, List.of(new Line("P9", "", 1)), 1990, Map.of());

    assertThat(body("shop/ecaftersale/add", requested(wanted)).get("product_info"))
        .isEqualTo(Map.of("out_product_id", "P9", "product_cnt", 1L));
  }

  @Test
  void provesAnOfflineRefund() {
    assertThat(body("shop/ecaftersale/upload_certificates", decided(Kind.UPLOAD_CERTIFICATES)))
        .containsEntry("refund_desc", "paid back")
        .containsEntry("certificates", List.of(LINK));
  }

  @Test
  void recordsInTheOlderContract() {
    Subject recorded =
        new Subject.Recorded(
            Tickets.request(1990),
            null,
            2,
            Instant.parse("2026-11-25T04:00:00Z"),
            Tickets.order(30, 0));

    assertThat(body("shop/aftersale/add", recorded))
        .containsEntry("refund", 1990L)
        .containsEntry("status", 2L)
        .containsEntry("create_time", "2026-11-25 12:00:00")
        .containsEntry("finish_all_aftersale", 0L);
    assertThat(body("shop/aftersale/update", recorded)).doesNotContainKeys("refund", "path");
  }

  @Test
  void setsTheOrdersDeadline() {
    assertThat(
            body(
                "shop/aftersale/update_deadline",
                new Subject.Deadline("1001", "buyer", 1764043200L)))
        .containsEntry("after_sale_deadline", 1764043200L);
  }

  private static Subject requested() {
    AfterSaleRequest wanted =
        Tickets.request(
            AfterSaleType.RETURN_REFUND,
            List.of(new Line("", "S1", 1)),
            1990,
            Map.of(
                "media_list",
                List.of(SOURCE),
                "delivery_name",
                "Village post",
                "waybill_id",
                "V1"));
    return requested(wanted);
  }

  private static Subject requested(AfterSaleRequest wanted) {
    return new Subject.Requested(wanted, null, Tickets.order(30, 1));
  }

  private static Subject decided(Kind kind) {
    return new Subject.Decided(
        Tickets.ticket(2, 23),
        new AfterSaleDecision(
            kind,
            null,
            "paid back",
            List.of(SOURCE),
            new ReturnAddress("仓库", "13800000000", "", "广东省", "广州市", "海珠区", "一号路 1 号"),
            null,
            null,
            null));
  }

  /** Returns the body, which the contract must take as it is. */
  private static Map<String, Object> body(String operation, Subject subject) {
    Map<String, Object> body =
        AfterSaleBody.of(new AfterSaleCall(operation, subject, Map.of(SOURCE, LINK)));
    WeChatContract contract = WeChatContract.load();
    assertThat(contract.check(contract.require(operation), body)).isEmpty();
    return body;
  }
}
