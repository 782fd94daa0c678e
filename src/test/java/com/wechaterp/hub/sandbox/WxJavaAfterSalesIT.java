package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.binarywang.wx.miniapp.api.WxMaShopAfterSaleService;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopAcceptReturnRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopAfterSaleAddRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopAfterSaleGetRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopAfterSaleUpdateRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopAfterSaleUploadReturnInfoRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopEcAfterSaleGetRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopEcAfterSaleUpdateRequest;
import cn.binarywang.wx.miniapp.bean.shop.request.WxMaShopUploadCerficatesRequest;
import cn.binarywang.wx.miniapp.bean.shop.response.WxMaShopEcAfterSaleGetResponse.AfterSalesOrderDTO;
import cn.binarywang.wx.miniapp.json.WxMaGsonBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lets an independent WeChat client handle after-sales; it is only given the base URL. */
class WxJavaAfterSalesIT {

  private static SandboxServer server;
  private static SandboxClient client;
  private static AfterSaleShop shop;
  private static WxMaShopAfterSaleService aftersales;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = new SandboxClient(server);
    shop = new AfterSaleShop(client);
    aftersales = WxJavaClient.of(server).getShopAfterSaleService();
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @BeforeEach
  void forgets() {
    client.pull("reset");
  }

  @Test
  void refundsWhatItAskedFor() throws WxErrorException {
    shop.shipped("refund");
    long id = add("refund", 1);

    aftersales.acceptRefund(null, id);

    await().until(() -> get(id).getStatus() == 13);
    assertThat(get(id).getOrderamt()).isEqualTo(700);
    assertThat(get(id).getOutOrderId()).isEqualTo("refund");
  }

  @Test
  void letsTheGoodsComeBackFirst() throws WxErrorException {
    shop.shipped("return");
    long id = add("return", 2);
    WxMaShopAcceptReturnRequest accept = new WxMaShopAcceptReturnRequest();
    accept.setAftersaleId(id);
    aftersales.acceptReturn(accept);
    WxMaShopAfterSaleUploadReturnInfoRequest parcel =
        new WxMaShopAfterSaleUploadReturnInfoRequest();
    parcel.setAftersaleId(id);
    parcel.setOpenid(Buys.BUYER);
    parcel.setDeliveryId("SF");
    parcel.setDeliveryName("顺丰速运");
    parcel.setWaybillId("SF1");

    aftersales.uploadReturnInfo(parcel);

    assertThat(get(id).getStatus()).isEqualTo(8);
    assertThat(get(id).getReturnInfo().getWaybillId()).isEqualTo("SF1");
  }

  @Test
  void changesARejectedWishAndTakesItBack() throws WxErrorException {
    shop.shipped("change");
    long id = add("change", 1);
    aftersales.reject(null, id);
    assertThat(get(id).getStatus()).isEqualTo(4);
    WxMaShopEcAfterSaleUpdateRequest less = new WxMaShopEcAfterSaleUpdateRequest();
    less.setAftersaleId(String.valueOf(id));
    less.setOutAftersaleId("change");
    less.setOpenid(Buys.BUYER);
    less.setType(1);
    less.setOrderamt(500);
    less.setRefundReason("少件");
    less.setRefundReasonType(2);

    aftersales.update(less);
    assertThat(get(id).getStatus()).isEqualTo(2);
    assertThat(get(id).getOrderamt()).isEqualTo(500);
    aftersales.cancel(null, id, Buys.BUYER);

    assertThat(get(id).getStatus()).isEqualTo(1);
  }

  @Test
  void provesARefundByHand() throws WxErrorException {
    shop.shipped("hand");
    long id = add("hand", 1);
    client.pull("aftersales/" + id + "/fail-refund");
    aftersales.acceptRefund(null, id);
    await().until(() -> get(id).getStatus() == 25);
    WxMaShopUploadCerficatesRequest proof = new WxMaShopUploadCerficatesRequest();
    proof.setAftersaleId(id);
    proof.setRefundDesc("已线下退款");
    proof.setCertificates(List.of(Spus.PICTURE));

    aftersales.uploadCertificates(proof);

    client.pull("aftersales/" + id + "/confirm");
    assertThat(get(id).getStatus()).isEqualTo(13);
  }

  @Test
  void setsUntilWhenAfterSalesMayBeOpened() throws WxErrorException {
    shop.shipped("deadline");
    client.pull("orders/deadline/receive");
    long later = Instant.now().plus(Duration.ofDays(30)).getEpochSecond();

    aftersales.updateDeadline("deadline", null, Buys.BUYER, later);

    assertThatThrownBy(
            () ->
                aftersales.updateDeadline(
                    "deadline", null, Buys.BUYER, Instant.now().getEpochSecond()))
        .isInstanceOf(WxErrorException.class);
  }

  @Test
  void keepsRecordsOfTheTicketGeneration() throws WxErrorException {
    client.ok("shop/order/add", Buys.ticketOrder("ticket"));
    client.ok(
        "shop/order/pay",
        Buys.of(
            "ticket",
            "action_type",
            1,
            "transaction_id",
            "131456479687",
            "pay_time",
            "2020-03-25 14:04:25"));
    client.ok("shop/aftersale/add", SandboxAfterSaleRecordsIT.record("ticket"));
    WxMaShopAfterSaleUpdateRequest update = new WxMaShopAfterSaleUpdateRequest();
    update.setOutOrderId("ticket");
    update.setOpenid(Buys.BUYER);
    update.setOutAftersaleId("A1");
    update.setStatus(13);
    update.setFinishAllAftersale(1);

    aftersales.update(update);

    WxMaShopAfterSaleGetRequest get = new WxMaShopAfterSaleGetRequest();
    get.setOutOrderId("ticket");
    get.setOpenid(Buys.BUYER);
    assertThat(aftersales.get(get).getAftersaleInfos())
        .singleElement()
        .satisfies(one -> assertThat(one.getStatus()).isEqualTo(13));
    assertThat(shop.orderStatus("ticket")).isEqualTo(200);
  }

  private static long add(String order, int type) throws WxErrorException {
    Map<String, Object> request = Asks.ask(order, order, type);
    request.remove("media_list");
    return Long.parseLong(
        aftersales
            .add(
                WxMaGsonBuilder.create()
                    .fromJson(SandboxClient.text(request), WxMaShopAfterSaleAddRequest.class))
            .getAftersaleId());
  }

  private static AfterSalesOrderDTO get(long id) throws WxErrorException {
    WxMaShopEcAfterSaleGetRequest get = new WxMaShopEcAfterSaleGetRequest();
    get.setAftersaleId(id);
    return aftersales.get(get).getAfterSalesOrder();
  }
}
