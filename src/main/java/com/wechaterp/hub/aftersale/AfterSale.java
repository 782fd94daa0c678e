package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.wechat.Answer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One after-sale as WeChat has it now, of either contract.
 *
 * @param fundType that of its order: 1 WeChat drives it ({@code shop/ecaftersale/get}), 0 the
 *     merchant records it ({@code shop/aftersale/get})
 * @param aftersaleId WeChat's id, empty in the older contract
 * @param outAftersaleId the merchant's id, empty if the buyer opened it in WeChat
 * @param orderId WeChat's id of the order
 * @param outOrderId the merchant's id of the order
 * @param openid the buyer
 * @param typeCode the kind as WeChat numbers it
 * @param statusCode the state as WeChat numbers it
 * @param lines the goods; exactly one where WeChat drives it
 * @param orderamt what is asked, fen
 * @param reasonType the reason as WeChat numbers it; two lists are known, so the text counts
 * @param reason the reason in words
 * @param media links of the buyer's pictures and videos
 * @param returnInfo the parcel that comes back
 * @param refundId WeChat Pay's refund, empty until there is one
 * @param complaintIds its disputes
 * @param createTime when it was opened
 * @param updateTime when it last changed
 */
public record AfterSale(
    int fundType,
    String aftersaleId,
    String outAftersaleId,
    String orderId,
    String outOrderId,
    String openid,
    int typeCode,
    int statusCode,
    List<Line> lines,
    long orderamt,
    int reasonType,
    String reason,
    List<String> media,
    ReturnInfo returnInfo,
    String refundId,
    List<String> complaintIds,
    @Nullable Instant createTime,
    @Nullable Instant updateTime) {

  /** The order is paid through the scene merchant number, and WeChat drives its after-sales. */
  static final int DRIVEN = 1;

  /** The order is paid elsewhere, and the merchant records its after-sales. */
  static final int RECORDED = 0;

  public AfterSale {
    lines = List.copyOf(lines);
    media = List.copyOf(media);
    complaintIds = List.copyOf(complaintIds);
  }

  /** Goods of one SKU. */
  public record Line(String outProductId, String outSkuId, long productCnt) {}

  /**
   * The parcel that comes back.
   *
   * @param waybillId empty until the buyer has sent it
   * @param returnedAt when it was sent; null if it was not
   */
  public record ReturnInfo(
      String deliveryId, String deliveryName, String waybillId, @Nullable Instant returnedAt) {}

  /** Returns the id its contract goes by. */
  public String key() {
    return driven() ? aftersaleId : outAftersaleId;
  }

  /** Returns whether WeChat drives it. */
  public boolean driven() {
    return fundType == DRIVEN;
  }

  /** Returns the kind. */
  public AfterSaleType type() {
    return AfterSaleType.of(typeCode);
  }

  /** Returns the state of one that WeChat drives. */
  public AfterSaleState state() {
    return driven() ? AfterSaleState.of(statusCode) : AfterSaleState.UNKNOWN;
  }

  /** Returns the state of one that the merchant records. */
  public AfterSaleStateV1 stateV1() {
    return driven() ? AfterSaleStateV1.UNKNOWN : AfterSaleStateV1.of(statusCode);
  }

  /** Returns WeChat's own term for the state. */
  public String stateName() {
    return driven() ? state().chinese() : stateV1().chinese();
  }

  /** Returns a plain English name of the state. */
  public String stateEnglish() {
    return driven() ? state().english() : stateV1().english();
  }

  /** Returns whether nothing more can happen to it. */
  public boolean ended() {
    return driven() ? state().ended() : stateV1().ended();
  }

  /**
   * Returns whether the buyer may still change what is asked: not after goods that came back were
   * refused (change log of 2022-06-14).
   */
  boolean changeable() {
    boolean sentBack = !returnInfo.waybillId().isEmpty();
    return state().changeable() && !(state() == AfterSaleState.RETURN_REJECTED && sentBack);
  }

  /** Returns whether it asks for no money, or no longer does. */
  boolean claimsNothing() {
    return driven() ? state().claimsNothing() : stateV1().claimsNothing();
  }

  /** Reads an answer of {@code shop/ecaftersale/get}. */
  static AfterSale driven(Answer order) {
    Answer back = order.object("return_info");
    Instant returned = back.has("waybill_id") ? back.time("order_return_time") : null;
    return new AfterSale(
        DRIVEN,
        order.text("aftersale_id"),
        order.text("out_aftersale_id"),
        order.text("order_id"),
        order.text("out_order_id"),
        order.text("openid"),
        (int) order.number("type"),
        (int) order.number("status"),
        order.objects("product_info").stream().map(AfterSale::line).toList(),
        order.number("orderamt"),
        (int) order.number("refund_reason_type"),
        order.text("refund_reason"),
        order.objects("media_list").stream().map(each -> each.text("url")).toList(),
        new ReturnInfo(
            back.text("delivery_id"),
            back.text("delivery_name"),
            back.text("waybill_id"),
            returned),
        order.object("refund_pay_detail").text("refund_id"),
        order.texts("complaint_order_id_list"),
        order.time("create_time"),
        order.time("update_time"));
  }

  /** Reads an entry of {@code shop/aftersale/get}. */
  static AfterSale recorded(Answer info) {
    return new AfterSale(
        RECORDED,
        "",
        info.text("out_aftersale_id"),
        info.text("order_id"),
        info.text("out_order_id"),
        info.text("openid"),
        (int) info.number("type"),
        (int) info.number("status"),
        info.objects("product_infos").stream().map(AfterSale::line).toList(),
        info.number("refund"),
        0,
        "",
        List.of(),
        new ReturnInfo("", "", "", null),
        "",
        List.of(),
        info.time("create_time"),
        null);
  }

  private static Line line(Answer line) {
    return new Line(
        line.text("out_product_id"), line.text("out_sku_id"), line.number("product_cnt", 1));
  }
}
