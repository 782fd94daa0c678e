package com.wechaterp.hub.link;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows about one order at WeChat.
 *
 * @param account the WeChat account
 * @param outOrderId the merchant's id
 * @param orderId WeChat's id, empty until it is known
 * @param openid the buyer, whom WeChat asks for with every call about the order; empty if unknown
 * @param fundType 0 paid outside the scene merchant number, 1 paid through it, -1 if only WeChat
 *     knows the order and does not say
 * @param statusCode the state as WeChat numbers it, 0 before it was seen
 * @param orderPrice the price last sent or seen, fen
 * @param transactionId WeChat Pay's transaction, empty until it is paid
 * @param paidAt when it was paid; null if it is not
 * @param createdAt when WeChat was told that it was placed; null if it never was
 * @param expiresAt until when it can be paid; null if unknown
 * @param priceChanged whether the one change of price that WeChat allows is known to be used, by
 *     its answer or by the price it has
 * @param told digest of what the ERP was told last, empty before
 * @param version counts the changes of this record; 0 before it is stored
 */
public record OrderLink(
    String account,
    String outOrderId,
    String orderId,
    String openid,
    int fundType,
    int statusCode,
    long orderPrice,
    String transactionId,
    @Nullable Instant paidAt,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    boolean priceChanged,
    String told,
    long version) {

  /** Returns the link of an order WeChat has never seen. */
  public static OrderLink unknown(String account, String outOrderId) {
    return new OrderLink(account, outOrderId, "", "", 0, 0, 0, "", null, null, null, false, "", 0);
  }

  /** Returns whether WeChat has the order. */
  public boolean exists() {
    return !orderId.isEmpty();
  }

  /** Returns whether the hub ever tried to send the order, or saw it. */
  public boolean isStored() {
    return version > 0;
  }

  /** Returns the state. */
  public OrderStatus status() {
    return OrderStatus.of(statusCode);
  }

  /** Returns this link with the buyer's order that is about to be sent. */
  public OrderLink wanted(String buyer, int kind, long price, @Nullable Instant expiry) {
    return with(
        next -> {
          next.openid = buyer;
          next.fundType = kind;
          next.orderPrice = price;
          next.expiresAt = expiry;
        });
  }

  /** Returns this link with the time at which WeChat is told that the order was placed. */
  public OrderLink placed(Instant at) {
    return with(next -> next.createdAt = at);
  }

  /** Returns this link with the id and the state that WeChat is known to have. */
  public OrderLink seen(String id, int status) {
    return with(
        next -> {
          next.orderId = id;
          next.statusCode = status;
        });
  }

  /** Returns this link with the payment WeChat has. */
  public OrderLink paid(String transaction, @Nullable Instant at) {
    return with(
        next -> {
          next.transactionId = transaction;
          next.paidAt = at;
        });
  }

  /** Returns this link with the one change of price used. */
  public OrderLink withPriceChanged() {
    return with(next -> next.priceChanged = true);
  }

  /** Returns this link with the digest of what the ERP was told. */
  public OrderLink told(String digest) {
    return with(next -> next.told = digest);
  }

  /** Returns this link as it is stored next, with times as a database keeps them. */
  OrderLink next() {
    return with(
        next -> {
          next.paidAt = UtcTimes.keptOrNull(paidAt);
          next.createdAt = UtcTimes.keptOrNull(createdAt);
          next.expiresAt = UtcTimes.keptOrNull(expiresAt);
          next.version++;
        });
  }

  private OrderLink with(Consumer<Next> change) {
    Next next = new Next(this);
    change.accept(next);
    return next.link();
  }

  /** A copy of a link on which only what differs is set. */
  private static final class Next {

    private final OrderLink before;
    private String orderId;
    private String openid;
    private int fundType;
    private int statusCode;
    private long orderPrice;
    private String transactionId;
    private @Nullable Instant paidAt;
    private @Nullable Instant createdAt;
    private @Nullable Instant expiresAt;
    private boolean priceChanged;
    private String told;
    private long version;

    Next(OrderLink before) {
      this.before = before;
      orderId = before.orderId;
      openid = before.openid;
      fundType = before.fundType;
      statusCode = before.statusCode;
      orderPrice = before.orderPrice;
      transactionId = before.transactionId;
      paidAt = before.paidAt;
      createdAt = before.createdAt;
      expiresAt = before.expiresAt;
      priceChanged = before.priceChanged;
      told = before.told;
      version = before.version;
    }

    OrderLink link() {
      return new OrderLink(
          before.account,
          before.outOrderId,
          orderId,
          openid,
          fundType,
          statusCode,
          orderPrice,
          transactionId,
          paidAt,
          createdAt,
          expiresAt,
          priceChanged,
          told,
          version);
    }
  }
}
