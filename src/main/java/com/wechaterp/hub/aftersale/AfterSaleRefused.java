package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;

/** Thrown when what a page of the merchant asks for cannot be taken in. */
public class AfterSaleRefused extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Why it cannot be taken in. */
  public enum Kind {
    /** The request cannot be read. */
    MALFORMED,
    /** Nobody knows the after-sale. */
    UNKNOWN
  }

  AfterSaleRefused(Kind kind, Problem problem) {
    super(problem, null);
    this.kind = kind;
  }

  /** Returns why. */
  public Kind kind() {
    return kind;
  }
}
