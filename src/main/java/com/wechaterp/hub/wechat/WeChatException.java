package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Thrown when WeChat answers a call with an error code, or not at all. */
public class WeChatException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final ErrorCategory category;
  private final String operation;
  private final int errcode;
  private final boolean outcomeUnknown;

  /**
   * Creates the exception.
   *
   * @param errcode WeChat's code, or 0 if it sent none
   * @param outcomeUnknown whether the call may have taken effect all the same, as after a timeout
   *     once the request was sent
   */
  public WeChatException(
      Problem problem,
      ErrorCategory category,
      String operation,
      int errcode,
      boolean outcomeUnknown,
      @Nullable Throwable cause) {
    super(problem, cause);
    this.category = category;
    this.operation = operation;
    this.errcode = errcode;
    this.outcomeUnknown = outcomeUnknown;
  }

  /** Returns what the error asks of the caller. */
  public ErrorCategory category() {
    return category;
  }

  /** Returns {@link #category()}, for the simple language of routes. */
  public ErrorCategory getCategory() {
    return category;
  }

  /** Returns the operation called, such as {@code shop/spu/add}. */
  public String operation() {
    return operation;
  }

  /** Returns WeChat's code, or 0 if it sent none. */
  public int errcode() {
    return errcode;
  }

  /** Returns {@link #errcode()}, for the simple language of routes. */
  public int getErrcode() {
    return errcode;
  }

  /** Returns whether the call may have taken effect all the same. */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }
}
