package com.wechaterp.hub.erp;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the ERP cannot be reached, refuses a statement, or its rows break a port's contract.
 */
public class ErpException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What the failure asks of the caller. */
  public enum Kind {
    /** The ERP cannot be reached or can do nothing; the flow pauses. */
    OUTAGE,
    /**
     * Another session holds a row, or a statement took too long; this key is tried again soon, the
     * others go on.
     */
    BUSY,
    /** This row is wrong; it is held alone. */
    BAD_ROW,
    /**
     * The pack or its settings are wrong (SQL, column, right, URL); the flow waits for the admin.
     */
    PACK
  }

  public ErpException(Problem problem, Kind kind, @Nullable Throwable cause) {
    super(problem, cause);
    this.kind = kind;
  }

  /** Returns what the failure asks of the caller. */
  public Kind kind() {
    return kind;
  }

  /** Returns {@link #kind()}, for the simple language of routes. */
  public Kind getKind() {
    return kind;
  }
}
