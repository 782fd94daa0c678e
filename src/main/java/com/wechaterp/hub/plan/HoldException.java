package com.wechaterp.hub.plan;

import com.wechaterp.hub.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Thrown in a route to hold the key it works on; not a failure. */
public class HoldException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient Hold hold;

  public HoldException(Hold hold) {
    this(hold, null);
  }

  public HoldException(Hold hold, @Nullable Throwable cause) {
    super(hold.reason(), cause);
    this.hold = hold;
  }

  /** Returns the hold. */
  public Hold hold() {
    return hold;
  }
}
