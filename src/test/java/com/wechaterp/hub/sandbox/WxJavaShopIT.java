package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopPayCreateOrderRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopPayOrderRefundRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopRegisterFinishAccessInfoRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.OrderKeyBean;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.PayerBean;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.ShippingListBean;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.WxMaOrderShippingInfoGetListRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.WxMaOrderShippingInfoGetRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.shipping.WxMaOrderShippingInfoUploadRequest;
import cn.binarywang.wx.miniapp.bean.shop.response.WxMaShopPayGetOrderResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Lets an independent client join, pay, refund, ship, and share: it reads what it reads of WeChat.
 */
class WxJavaShopIT {

  private static final String BUYER = "oBuyer";
  private static final String MCHID = "1900000109";

  private static SandboxServer server;
  private static SandboxClient levers;
  private static WxMaService wx;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start(Map.of("hub.sandbox.audit-delay", "1h"));
    levers = new SandboxClient(server);
    wx = WxJavaClient.of(server);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @BeforeEach
  void forgets() {
    levers.pull("reset");
  }

  @Test
  void joins() throws WxErrorException {
    levers.pull("onboarding/fresh");
    assertThat(errorOf(() -> wx.getShopRegisterService().registerCheck())).isEqualTo(1040003);
    wx.getShopRegisterService().registerApply();
    levers.pull("onboarding/confirm");
    WxMaShopRegisterFinishAccessInfoRequest tested = new WxMaShopRegisterFinishAccessInfoRequest();
    tested.setAccessInfoItem(10L);

    wx.getShopRegisterService().registerFinishAccessInfo(tested);

    assertThat(
            wx.getShopRegisterService()
                .registerCheck()
                .getData()
                .getAsJsonObject("access_info")
                .get("test_api_finished")
                .getAsInt())
        .isEqualTo(1);
  }

  @Test
  void paysAndRefunds() throws WxErrorException {
    String parameters =
        wx.getWxMaShopPayService()
            .createOrder(
                WxMaShopPayCreateOrderRequest.builder()
                    .openid(BUYER)
                    .combineTradeNo("C1")
                    .subOrders(
                        List.of(
                            WxMaShopPayCreateOrderRequest.SubOrdersDTO.builder()
                                .mchid(MCHID)
                                .tradeNo("T1")
                                .amount(100)
                                .description("公仔")
                                .build()))
                    .build())
            .getPaymentParams()
            .getPackageX();
    assertThat(parameters).startsWith("prepay_id=");
    levers.pull("pay/T1");

    wx.getWxMaShopPayService()
        .refundOrder(
            WxMaShopPayOrderRefundRequest.builder()
                .openid(BUYER)
                .mchid(MCHID)
                .tradeNo("T1")
                .transactionId(order().getTransactionId())
                .refundNo("R1")
                .totalAmount(100)
                .refundAmount(40)
                .build());
    levers.pull("pay/T1/refunds/R1");

    assertThat(order().getRefundList()).hasSize(1);
    assertThat(order().getRefundList().get(0).getResult()).isEqualTo("SUCCESS");
  }

  private static WxMaShopPayGetOrderResponse.OrderBean order() throws WxErrorException {
    return wx.getWxMaShopPayService().getOrder("T1").getOrder();
  }

  @Test
  void shipsWhatWasPaidOutsideTheComponent() throws WxErrorException {
    new Payments(levers).pay("T1", "");

    wx.getWxMaOrderShippingService()
        .upload(
            WxMaOrderShippingInfoUploadRequest.builder()
                .orderKey(
                    OrderKeyBean.builder().orderNumberType(1).mchId(MCHID).outTradeNo("T1").build())
                .payer(PayerBean.builder().openid(BUYER).build())
                .logisticsType(1)
                .deliveryMode(1)
                .shippingList(
                    List.of(
                        ShippingListBean.builder()
                            .expressCompany("YTO")
                            .trackingNo("YT1")
                            .itemDesc("公仔*1")
                            .build()))
                .uploadTime(OffsetDateTime.now().toString())
                .build());

    assertThat(
            wx.getWxMaOrderShippingService()
                .get(
                    WxMaOrderShippingInfoGetRequest.builder()
                        .merchantId(MCHID)
                        .merchantTradeNo("T1")
                        .build())
                .getOrder()
                .getOrderState())
        .isEqualTo(2);
    assertThat(
            wx.getWxMaOrderShippingService()
                .getList(WxMaOrderShippingInfoGetListRequest.builder().orderState(2).build())
                .getOrderList())
        .hasSize(1);
    assertThat(
            wx.getWxMaOrderShippingService().isTradeManaged(SandboxServer.APP_ID).getTradeManaged())
        .isTrue();
  }

  @Test
  void invitesSharers() throws WxErrorException {
    assertThat(wx.getShopSharerService().bindSharer(new String[] {"S1", "S2"}).getSuccessList())
        .containsExactly("S1", "S2");
    levers.pull("sharers/S1?act=accept");

    assertThat(wx.getShopSharerService().getSharerList(1, 10).getSharers())
        .extracting(sharer -> sharer.getOpenid())
        .containsExactly("S1");
    assertThat(wx.getShopSharerService().searchSharer("S2").getBindStatus()).isEqualTo(1);
    assertThat(wx.getShopSharerService().getSharerDataSummary("S1").getOrderCnt()).isZero();
    assertThat(wx.getShopSharerService().unbindSharer(new String[] {"S1"}).getSuccessList())
        .containsExactly("S1");
  }

  /** A call of the client. */
  private interface Call {
    void run() throws WxErrorException;
  }

  private static int errorOf(Call call) {
    return catchThrowableOfType(WxErrorException.class, call::run).getError().getErrorCode();
  }
}
