package com.wechaterp.hub.order;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderStatus;
import com.wechaterp.hub.wechat.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One order as WeChat has it now ({@code shop/order/get}).
 *
 * @param orderId WeChat's id
 * @param outOrderId the merchant's id
 * @param openid the buyer
 * @param statusCode the state as WeChat numbers it
 * @param fundType 0 paid outside the scene merchant number, 1 paid through it, {@link
 *     #FUND_TYPE_UNKNOWN} if WeChat does not say
 * @param lines what was ordered
 * @param orderPrice the price, fen: final_price where WeChat tells it, as after a change of price
 * @param transactionId WeChat Pay's transaction, empty until it is paid
 * @param paidAt when it was paid; null if it is not
 * @param deliveryType how it is delivered, as WeChat numbers it
 * @param finishAllDelivery whether the merchant said that all is shipped
 * @param parcels what was shipped
 * @param aftersaleIds WeChat's ids of its after-sales
 * @param promotion who brought the buyer, by WeChat's field names; empty until it is attributed
 */
public record KnownOrder(
    String orderId,
    String outOrderId,
    String openid,
    int statusCode,
    int fundType,
    List<KnownOrder.Line> lines,
    long orderPrice,
    String transactionId,
    @Nullable Instant paidAt,
    int deliveryType,
    boolean finishAllDelivery,
    List<KnownOrder.Parcel> parcels,
    List<String> aftersaleIds,
    Map<String, String> promotion) {

  /** WeChat's own example of an answer leaves it out. */
  public static final int FUND_TYPE_UNKNOWN = -1;

  private static final List<String> PROMOTION =
      List.of(
          "promoter_id", "promoter_openid", "finder_username", "finder_nickname", "sharer_openid");

  public KnownOrder {
    lines = List.copyOf(lines);
    parcels = List.copyOf(parcels);
    aftersaleIds = List.copyOf(aftersaleIds);
    promotion = Map.copyOf(promotion);
  }

  /**
   * One line.
   *
   * @param salePrice price of one, fen
   * @param skuRealPrice what is paid for the whole line, fen
   */
  public record Line(
      String outProductId, String outSkuId, long productCnt, long salePrice, long skuRealPrice) {}

  /**
   * One parcel.
   *
   * @param deliveryId WeChat's id of the courier
   */
  public record Parcel(String deliveryId, String waybillId) {}

  /** Returns the state. */
  public OrderStatus status() {
    return OrderStatus.of(statusCode);
  }

  /**
   * Returns the order with what WeChat may leave out: the buyer, and how the hub knows it is paid.
   */
  public KnownOrder completed(String buyer, OrderLink link) {
    boolean sent = link.isStored() && link.fundType() != FUND_TYPE_UNKNOWN;
    return new KnownOrder(
        orderId,
        outOrderId,
        openid.isEmpty() ? buyer : openid,
        statusCode,
        sent ? link.fundType() : fundType,
        lines,
        orderPrice,
        transactionId,
        paidAt,
        deliveryType,
        finishAllDelivery,
        parcels,
        aftersaleIds,
        promotion);
  }

  static KnownOrder of(Answer order) {
    Answer detail = order.object("order_detail");
    Answer pay = detail.object("pay_info");
    Answer delivery = atEitherLevel(order, "delivery_detail");
    Answer price = detail.object("price_info");
    long finalPrice = price.number("final_price");
    return new KnownOrder(
        order.text("order_id"),
        order.text("out_order_id"),
        order.text("openid"),
        (int) order.number("status"),
        (int) order.number("fund_type", FUND_TYPE_UNKNOWN),
        detail.objects("product_infos").stream().map(KnownOrder::line).toList(),
        finalPrice > 0 ? finalPrice : price.number("order_price"),
        pay.text("transaction_id"),
        pay.time("pay_time"),
        (int) delivery.number("delivery_type"),
        delivery.flag("finish_all_delivery"),
        delivery.objects("delivery_list").stream()
            .map(each -> new Parcel(each.text("delivery_id"), each.text("waybill_id")))
            .toList(),
        order.object("related_aftersale_info").objects("aftersale_list").stream()
            .map(each -> each.text("aftersale_id"))
            .toList(),
        promotion(atEitherLevel(order, "promotion_info")));
  }

  /** The table has it beside order_detail, the recorded sample within; both were seen. */
  private static Answer atEitherLevel(Answer order, String name) {
    Answer within = order.object("order_detail").object(name);
    return within.fields().isEmpty() ? order.object(name) : within;
  }

  private static Map<String, String> promotion(Answer info) {
    return PROMOTION.stream().filter(info::has).collect(Collectors.toMap(name -> name, info::text));
  }

  private static Line line(Answer line) {
    long count = line.number("product_cnt", 1);
    return new Line(
        line.text("out_product_id"),
        line.text("out_sku_id"),
        count,
        line.number("sale_price"),
        // The older contract tells the price of one instead of the line's.
        line.number("sku_real_price", line.number("real_price") * count));
  }
}
