package com.wechaterp.hub.aftersale;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call about an after-sale, noted before it was sent.
 *
 * @param operation the operation
 * @param content what tells it from a call of the same operation with something else in it
 * @param statusBefore the state it was sent in, as WeChat numbers it; -1 if WeChat had none
 * @param updateTimeBefore WeChat's time of the last change then; null if unknown
 * @param begunAt when it was noted
 * @param outcome what is known of it
 */
record SentCall(
    String operation,
    String content,
    int statusBefore,
    @Nullable Instant updateTimeBefore,
    Instant begunAt,
    Outcome outcome) {

  /** WeChat has no such after-sale. */
  static final int NO_STATUS = -1;

  /** What is known of a call. */
  enum Outcome {
    /** It was about to be sent; no answer was seen. */
    BEGUN,
    /** WeChat answered that it was done, or what it has shows so. */
    DONE,
    /** WeChat refused it, or what it has shows that it did not arrive. */
    NOT_DONE
  }

  /** Returns whether what WeChat has now shows that the call took effect. */
  boolean arrived(@Nullable AfterSale known) {
    if (known == null) {
      return false;
    }
    return switch (operation) {
      case AfterSaleOperation.ADD, AfterSaleOperation.ADD_V1 -> true;
      // WeChat shows it nowhere, and setting it twice does no harm.
      case AfterSaleOperation.UPDATE_DEADLINE -> false;
      // These leave the state as it is.
      case AfterSaleOperation.UPDATE,
          AfterSaleOperation.MERCHANT_UPDATE,
          AfterSaleOperation.UPLOAD_CERTIFICATES ->
          statusBefore != known.statusCode()
              || !Objects.equals(updateTimeBefore, known.updateTime());
      default -> statusBefore != known.statusCode();
    };
  }
}
