package com.wechaterp.hub.image;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Addresses;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;

/** Thrown when a picture cannot be used; the message says why in a phrase. */
public class ImageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String zh;
  private final boolean passing;

  /**
   * Creates the exception.
   *
   * @param passing whether the same picture may well be had a little later
   */
  public ImageException(String en, String zh, boolean passing) {
    super(en);
    this.zh = zh;
    this.passing = passing;
  }

  /** Returns whether the same picture may well be had a little later. */
  boolean passing() {
    return passing;
  }

  /**
   * Returns what the work on a key ends with: it waits for another picture, or is tried again.
   *
   * @param code the problem of a picture that has to be replaced, with the facts key, found and
   *     reason
   * @param key the business id
   * @param source the picture's address
   */
  public ProblemException of(String code, String key, String source) {
    Problem problem =
        Problem.of(
            passing ? "image-away" : code,
            "key",
            key,
            "found",
            Addresses.shown(source),
            "reasonEn",
            String.valueOf(getMessage()),
            "reasonZh",
            zh);
    return passing
        ? new PictureAwayException(problem, this)
        : new HoldException(Hold.of(problem, Release.ERP_CHANGE), this);
  }
}
