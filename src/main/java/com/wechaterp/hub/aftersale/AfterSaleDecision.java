package com.wechaterp.hub.aftersale;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant decided about an after-sale, from the ERP.
 *
 * @param kind the decision
 * @param orderamt the amount the merchant agrees to, fen; null if the ERP names none
 * @param reason why it is rejected, or what was agreed with the buyer
 * @param proof sources of pictures that prove it
 * @param address where the goods go back to; null for the order's own return address
 * @param updateTime the version of the request that was decided; null if the ERP does not keep it
 * @param decidedAt when it was decided; null if unknown
 * @param afterSaleDeadline until when after-sales of the order may be opened; null to leave it
 */
public record AfterSaleDecision(
    Kind kind,
    @Nullable Long orderamt,
    String reason,
    List<String> proof,
    @Nullable ReturnAddress address,
    @Nullable Instant updateTime,
    @Nullable Instant decidedAt,
    @Nullable Instant afterSaleDeadline) {

  /** Named as the operation it leads to. */
  public enum Kind {
    NONE(""),
    ACCEPT_REFUND("acceptrefund"),
    ACCEPT_RETURN("acceptreturn"),
    REJECT("reject"),
    /** Says where the goods go back to, and decides nothing yet. */
    MERCHANT_UPDATE("merchantupdate"),
    UPLOAD_CERTIFICATES("upload_certificates");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Returns how the ERP writes it, the last part of the operation's path. */
    public String text() {
      return text;
    }

    static @Nullable Kind of(String text) {
      for (Kind kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      return null;
    }
  }

  /** Where the goods go back to; personal data. */
  public record ReturnAddress(
      String receiverName,
      String telNumber,
      String country,
      String province,
      String city,
      String town,
      String detailedAddress) {

    /**
     * Returns whether WeChat takes it: all but the country is required (ecaftersale.acceptreturn).
     */
    boolean isComplete() {
      return Stream.of(receiverName, telNumber, province, city, town, detailedAddress)
          .noneMatch(String::isBlank);
    }

    @Override
    public String toString() {
      return "ReturnAddress[***]";
    }
  }

  public AfterSaleDecision {
    proof = List.copyOf(proof);
  }

  /** Returns what tells the address from any other, without telling it. */
  String addressContent() {
    ReturnAddress to = address;
    return to == null
        ? ""
        : DigestUtils.sha256Hex(
            String.join(
                "|",
                to.receiverName,
                to.telNumber,
                to.country,
                to.province,
                to.city,
                to.town,
                to.detailedAddress));
  }

  /** Returns what tells this decision from any other about the same after-sale. */
  String content() {
    return DigestUtils.sha256Hex(
        String.join(
            "|",
            kind.text,
            String.valueOf(orderamt),
            reason,
            proof.toString(),
            String.valueOf(updateTime),
            String.valueOf(decidedAt)));
  }
}
