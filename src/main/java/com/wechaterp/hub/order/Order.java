package com.wechaterp.hub.order;

import com.wechaterp.hub.document.ExtraFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the merchant wants it, from the ERP or from the mini-program's backend.
 *
 * @param outOrderId the merchant's id
 * @param outUserId the merchant's id of the buyer, or empty
 * @param openid the buyer
 * @param fundType 0 paid outside the scene merchant number, 1 paid through it
 * @param scene the mini-program's scene value, or empty
 * @param path the mini-program page of the order
 * @param traceId what the check before the order gave for the attribution, or empty
 * @param createdAt when it was placed; null if unknown
 * @param expiresAt until when it can be paid; null for the hub's usual time
 * @param aftersaleDays how many days after receipt an after-sale is possible, 0 for WeChat's own
 * @param lines what was ordered
 * @param price what it costs
 * @param payment how it is paid, and what became of that
 * @param deliveryType how it is delivered, as WeChat numbers it
 * @param address where it goes
 * @param returnAddress where returns are sent to when the merchant names no other
 * @param extra what the pack gives beside the columns of its port
 */
public record Order(
    String outOrderId,
    String outUserId,
    String openid,
    int fundType,
    String scene,
    String path,
    String traceId,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    long aftersaleDays,
    List<OrderLine> lines,
    OrderPrice price,
    Payment payment,
    int deliveryType,
    OrderAddress address,
    OrderAddress returnAddress,
    ExtraFields extra) {

  /** Paid outside the scene merchant number [普通单]. */
  public static final int ORDINARY = 0;

  /** Paid through the scene merchant number [二级商户单]. */
  public static final int BY_SCENE_MERCHANT = 1;

  /** By courier [正常快递]. */
  public static final int COURIER = 1;

  private static final Duration PAST = Duration.ofDays(1);

  public Order {
    lines = List.copyOf(lines);
  }

  /** Returns whether it waits for its payment, as far as the merchant knows. */
  public boolean open() {
    return payment.action() == PaymentAction.OPEN;
  }

  /** Returns whether it was paid, as far as the merchant knows. */
  public boolean paid() {
    return payment.action() == PaymentAction.PAID;
  }

  /** Returns whether it ended without being paid, as far as the merchant knows. */
  public boolean closed() {
    return payment.action().closed();
  }

  /** Returns whether it is paid through the scene merchant number. */
  public boolean byScene() {
    return fundType == BY_SCENE_MERCHANT;
  }

  /**
   * Returns whether WeChat need not hear of it any more if it never did: it has ended, or was
   * placed longer ago than WeChat lets an order wait.
   */
  public boolean past(Instant now) {
    return closed() || createdAt != null && createdAt.plus(PAST).isBefore(now);
  }

  /** Names the order without its buyer. */
  @Override
  public String toString() {
    return "Order[" + outOrderId + ", " + payment.action() + ", " + price.orderPrice() + " fen]";
  }
}
