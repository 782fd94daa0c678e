package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.binarywang.wx.miniapp.api.WxMaShopDeliveryService;
import cn.binarywang.wx.miniapp.api.WxMaShopOrderService;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopDeliveryItem;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopOrderInfo;
import cn.binarywang.wx.miniapp.bean.shop.WxMaShopOrderResult;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopDeliveryRecieveRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopDeliverySendRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopOrderPayRequest;
import cn.binarywang.wx.miniapp.bean.shop.response.WxMaShopAddOrderResponse;
import cn.binarywang.wx.miniapp.json.WxMaGsonBuilder;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lets an independent WeChat client sell; it is only given the base URL. */
class WxJavaOrdersIT {

  private static SandboxServer server;
  private static WxMaShopOrderService orders;
  private static WxMaShopDeliveryService deliveries;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    orders = WxJavaClient.of(server).getShopOrderService();
    deliveries = WxJavaClient.of(server).getShopDeliveryService();
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @Test
  void sellsThroughTheSceneMerchant() throws WxErrorException {
    WxMaShopAddOrderResponse added = orders.addOrder(info(Buys.order("wxjava-scene")));
    assertThat(added.getData().getOrderId()).isPositive();
    assertThat(
            orders
                .getPaymentParams(null, "wxjava-scene", Buys.BUYER)
                .getPaymentParams()
                .getPackageValue())
        .startsWith("prepay_id=");

    new SandboxClient(server).pull("orders/wxjava-scene/pay");

    WxMaShopOrderResult order =
        orders.getOrder(added.getData().getOrderId(), null, Buys.BUYER).getOrder();
    assertThat(order.getStatus()).isEqualTo(20);
    assertThat(order.getOrderDetail().getPayInfo().getTransactionId()).isNotBlank();
    assertThat(order.getOrderDetail().getProductInfos().get(0).getRealPrice()).isEqualTo(350);
  }

  @Test
  void sellsByTicket() throws WxErrorException {
    WxMaShopAddOrderResponse added = orders.addOrder(info(Buys.ticketOrder("wxjava-ticket")));
    assertThat(added.getData().getTicket()).isNotBlank();
    assertThat(added.getData().getFinalPrice()).isEqualTo(1600);

    WxMaShopOrderPayRequest payment = new WxMaShopOrderPayRequest();
    payment.setOutOrderId("wxjava-ticket");
    payment.setOpenid(Buys.BUYER);
    payment.setActionType(1);
    payment.setTransactionId("131456479687");
    payment.setPayTime("2020-03-25 14:04:25");

    orders.orderPay(payment);

    assertThat(orders.getOrder(null, "wxjava-ticket", Buys.BUYER).getOrder().getStatus())
        .isEqualTo(20);
  }

  @Test
  void shipsInPartsAndConfirmsTheReceipt() throws WxErrorException {
    orders.addOrder(info(Buys.order("wxjava-ship")));
    new SandboxClient(server).pull("orders/wxjava-ship/pay");

    deliveries.send(shipment(Parts.send("wxjava-ship", 0, Parts.parcel("SF", "1", "soap", 2))));
    assertThat(status("wxjava-ship")).isEqualTo(21);
    deliveries.send(shipment(Parts.send("wxjava-ship", 1, Parts.parcel("YTO", "2", "towel", 1))));
    WxMaShopDeliveryRecieveRequest receipt = new WxMaShopDeliveryRecieveRequest();
    receipt.setOutOrderId("wxjava-ship");
    receipt.setOpenid(Buys.BUYER);
    deliveries.receive(receipt);

    WxMaShopOrderResult order = orders.getOrder(null, "wxjava-ship", Buys.BUYER).getOrder();
    assertThat(order.getStatus()).isEqualTo(100);
    assertThat(order.getOrderDetail().getDeliveryDetail().getDeliveryList())
        .extracting(WxMaShopDeliveryItem::getDeliveryId)
        .containsExactly("SF", "YTO");
  }

  @Test
  void readsTheCouriers() throws WxErrorException {
    assertThat(deliveries.getCompanyList().getCompanyList())
        .anyMatch(one -> one.getDeliveryId().equals("JTSD"));
  }

  @Test
  void countsTheOrdersOfADay() throws WxErrorException {
    orders.addOrder(info(Buys.order("wxjava-list")));
    Date yesterday = Date.from(Instant.now().minusSeconds(86_400));

    assertThat(
            orders
                .getOrderList(1, 10, true, yesterday, Date.from(Instant.now().plusSeconds(86_400)))
                .getTotalNum())
        .isPositive();
  }

  @Test
  void isToldThatAmountsDoNotAddUp() {
    Map<String, Object> order = Buys.order("wxjava-amount");
    Orders.price(order).put("order_price", 1);

    assertThatThrownBy(() -> orders.addOrder(info(order)))
        .isInstanceOfSatisfying(
            WxErrorException.class,
            e -> assertThat(e.getError().getErrorCode()).isEqualTo(1010040));
  }

  private static int status(String id) throws WxErrorException {
    return orders.getOrder(null, id, Buys.BUYER).getOrder().getStatus();
  }

  private static WxMaShopDeliverySendRequest shipment(Map<String, Object> shipment) {
    return WxMaGsonBuilder.create()
        .fromJson(SandboxClient.text(shipment), WxMaShopDeliverySendRequest.class);
  }

  private static WxMaShopOrderInfo info(Map<String, Object> order) {
    return WxMaGsonBuilder.create().fromJson(SandboxClient.text(order), WxMaShopOrderInfo.class);
  }
}
