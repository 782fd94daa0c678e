package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.util.List;
import java.util.Map;

/** One order as WeChat tells it, and as the rows of the shop have it, in the same words. */
final class BothSides {

  private final RunningHub hub;
  private final WeChat wechat;

  BothSides(RunningHub hub) {
    this.hub = hub;
    this.wechat = hub.part(WeChat.class);
  }

  String atWeChat(String no) {
    String openid = hub.value("SELECT cust_wx FROM so_head WHERE so_no = ?", no);
    Answer order =
        ask("shop/order/get", Map.of("out_order_id", no, "openid", openid)).object("order");
    Answer detail = order.object("order_detail");
    Answer delivery = detail.object("delivery_detail");
    List<String> parcels =
        delivery.objects("delivery_list").stream()
            .map(each -> each.text("delivery_id") + "/" + each.text("waybill_id"))
            .sorted()
            .toList();
    return "order %s in %d for %d fen, payment %s, parcels %s, all gone %s"
        .formatted(
            order.text("order_id"),
            order.number("status"),
            detail.object("price_info").number("order_price"),
            detail.object("pay_info").text("transaction_id"),
            parcels,
            !parcels.isEmpty() && delivery.flag("finish_all_delivery"));
  }

  String inTheShop(String no) {
    List<String> parcels =
        hub
            .erp()
            .queryForList(
                "SELECT CONCAT(SUBSTRING_INDEX(wx_exp, ' ', 1), '/', wx_exp_no) FROM wx_dlv"
                    + " WHERE so_no = ?",
                String.class,
                no)
            .stream()
            .sorted()
            .toList();
    String order =
        hub.value(
            "SELECT CONCAT('order ', wx_order_no, ' in ', wx_state, ' for ',"
                + " ROUND(wx_amt * 100), ' fen, payment ', COALESCE(wx_pay_no, ''))"
                + " FROM wx_order WHERE so_no = ?",
            no);
    String gone = hub.value("SELECT MIN(all_gone) FROM wx_dlv WHERE so_no = ?", no);
    return order + ", parcels " + parcels + ", all gone " + gone.equals("1");
  }

  /** Returns the after-sale of an order as WeChat has it. */
  String ticketAtWeChat(String no) {
    Answer ticket =
        ask("shop/ecaftersale/get", Map.of("aftersale_id", Long.valueOf(ticket(no))))
            .object("after_sales_order");
    return "%s of %s in %d for %d fen, refund %s, back by %s"
        .formatted(
            ticket.text("aftersale_id"),
            ticket.text("out_order_id"),
            ticket.number("status"),
            ticket.number("orderamt"),
            ticket.object("refund_pay_detail").text("refund_id"),
            ticket.object("return_info").text("waybill_id"));
  }

  /** Returns the after-sale of an order as the shop has it. */
  String ticketInTheShop(String no) {
    return hub.value(
        "SELECT CONCAT(wx_svc_no, ' of ', so_no, ' in ', wx_state, ' for ', ROUND(amt * 100),"
            + " ' fen, refund ', COALESCE(wx_refund_no, ''), ', back by ', COALESCE(express_no, ''))"
            + " FROM svc_ticket WHERE so_no = ?",
        no);
  }

  private String ticket(String no) {
    return hub.value("SELECT wx_svc_no FROM svc_ticket WHERE so_no = ?", no);
  }

  private Answer ask(String operation, Map<String, ?> request) {
    return new Answer(wechat.call("sandbox", operation, request));
  }
}
