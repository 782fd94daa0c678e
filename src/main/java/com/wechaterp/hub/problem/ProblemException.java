package com.wechaterp.hub.problem;

import org.jspecify.annotations.Nullable;

/** Thrown where a {@link Problem} stops the work; its message is the problem's English sentence. */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  public ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.sentence(Language.EN), cause);
    this.problem = problem;
  }

  /** Returns the problem. */
  public Problem problem() {
    return problem;
  }
}
