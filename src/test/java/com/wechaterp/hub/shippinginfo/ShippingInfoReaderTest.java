package com.wechaterp.hub.shippinginfo;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.document.ExtraFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippingInfoReaderTest {

  private static ShippingInfo read(Map<String, ?> document) {
    return Objects.requireNonNull(ShippingInfoReader.read(document));
  }

  @Test
  void readsTheParcelsOfOnePayment() {
    ShippingInfo info =
        read(
            Map.of(
                "out_order_id",
                "SO1",
                "transaction_id",
                "42001",
                "delivery_list",
                List.of(
                    Map.of(
                        "delivery_id",
                        "圆通",
                        "waybill_id",
                        " Y1",
                        "item_desc",
                        "杯子",
                        "product_cnt",
                        2L),
                    Map.of("delivery_id", "圆通", "waybill_id", "Y1", "item_desc", "碗"))));

    assertThat(info.isCombined()).isFalse();
    assertThat(info.logistics()).isEqualTo(LogisticsType.COURIER);
    assertThat(info.parts())
        .containsExactly(
            new ShippingInfo.Part(
                PaymentKey.ofTransaction("42001"),
                List.of(new TradeParcel("圆通", "Y1", "杯子*2；碗*1"))));
  }

  @Test
  void readsTheSubOrdersOfACombinedPayment() {
    ShippingInfo info =
        read(
            Map.of(
                "out_order_id",
                "SO1",
                "merchant_id",
                "1900",
                "merchant_trade_no",
                "C1",
                "delivery_list",
                List.of(
                    Map.of("waybill_id", "1", "merchant_id", "1900", "merchant_trade_no", "T1"),
                    Map.of("waybill_id", "2", "merchant_id", "1900", "merchant_trade_no", "T2"))));

    assertThat(info.isCombined()).isTrue();
    assertThat(info.parts())
        .extracting(part -> part.key().merchantTradeNo())
        .containsExactly("T1", "T2");
  }

  @Test
  void takesWhatTheHubKnowsOfTheOrderWhereTheErpTellsNothing() {
    ShippingInfo info =
        read(Map.of("out_order_id", "SO1", "delivery_list", List.of(Map.of("waybill_id", "1"))))
            .with("42001", "o-buyer");

    assertThat(info.key()).isEqualTo(PaymentKey.ofTransaction("42001"));
    assertThat(info.openid()).isEqualTo("o-buyer");
    assertThat(info.isCombined()).isFalse();
    assertThat(info.parts().get(0).parcels()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "13812345678, 138****5678",
    "+86-177****1234, +86-177****1234",
    "021-12345678, 021-****5678",
    "1234567, ***4567",
    "'', ''"
  })
  void showsOnlyTheDigitsWeChatAsksFor(String number, String masked) {
    assertThat(Contact.of(number, "").consignor()).isEqualTo(masked);
  }

  @Test
  void makesWeChatsBodies() {
    ShippingInfoRequest single =
        new ShippingInfoRequest(
            ShippingInfoOperation.UPLOAD,
            PaymentKey.ofTransaction("42001"),
            "o-buyer",
            List.of(
                new ReadyPart(
                    PaymentKey.ofTransaction("42001"),
                    LogisticsType.COURIER,
                    false,
                    true,
                    List.of(new ReadyPart.Parcel("SF", "1", "杯子*1")))),
            Contact.of("", "13812345678"),
            Instant.parse("2022-12-15T05:29:35.120Z"),
            ExtraFields.NONE);

    assertThat(UploadTransformer.body(single))
        .isEqualTo(
            Map.of(
                "order_key",
                Map.of("order_number_type", 2L, "transaction_id", "42001"),
                "logistics_type",
                1L,
                "delivery_mode",
                1L,
                "shipping_list",
                List.of(
                    Map.of(
                        "tracking_no",
                        "1",
                        "express_company",
                        "SF",
                        "item_desc",
                        "杯子*1",
                        "contact",
                        Map.of("receiver_contact", "138****5678"))),
                "upload_time",
                "2022-12-15T13:29:35.120+08:00",
                "payer",
                Map.of("openid", "o-buyer")));
  }

  @Test
  void makesWeChatsBodyOfAReminder() {
    ShippingInfoRequest reminder =
        new ShippingInfoRequest(
            ShippingInfoOperation.REMIND,
            new PaymentKey("", "1900", "T1"),
            "o-buyer",
            List.of(),
            Contact.of("", ""),
            Instant.ofEpochSecond(1670829139),
            ExtraFields.NONE);

    assertThat(UploadTransformer.body(reminder))
        .isEqualTo(
            Map.of("merchant_id", "1900", "merchant_trade_no", "T1", "received_time", 1670829139L));
  }
}
