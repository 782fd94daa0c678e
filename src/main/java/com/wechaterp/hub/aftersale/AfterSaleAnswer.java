package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where an after-sale stands for a page of the merchant.
 *
 * @param outAftersaleId the merchant's id
 * @param seen what was last seen of it at WeChat; null if WeChat is not known to have it
 * @param standing whether what was asked for is done
 * @param reason why it is not done; null if it is, or if it was only not tried yet
 */
public record AfterSaleAnswer(
    String outAftersaleId,
    @Nullable SeenAfterSale seen,
    Standing standing,
    @Nullable Problem reason) {

  /** Whether what was asked for is done. */
  public enum Standing {
    DONE,
    /** The hub goes on by itself. */
    PENDING,
    /** A rule or WeChat said no; something else has to be asked for. */
    REFUSED
  }
}
