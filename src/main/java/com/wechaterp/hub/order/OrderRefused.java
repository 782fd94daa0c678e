package com.wechaterp.hub.order;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when what the mini-program's backend asks for cannot be done. */
public class OrderRefused extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient List<Problem> findings;

  /** Why it cannot be done. */
  public enum Kind {
    /** The request cannot be read. */
    MALFORMED,
    /** The order breaks a rule. */
    RULES,
    /** The order is in another state, or another order has the id. */
    CONFLICT,
    /** Nobody knows the order. */
    UNKNOWN,
    /** The hub cannot ask WeChat until a person has acted. */
    UNAVAILABLE
  }

  OrderRefused(Kind kind, Problem problem, List<Problem> findings, @Nullable Throwable cause) {
    super(problem, cause);
    this.kind = kind;
    this.findings = List.copyOf(findings);
  }

  OrderRefused(Kind kind, Problem problem) {
    this(kind, problem, List.of(problem), null);
  }

  /** Returns why. */
  public Kind kind() {
    return kind;
  }

  /** Returns everything that is wrong. */
  public List<Problem> findings() {
    return findings;
  }
}
