package com.wechaterp.hub.callback;

import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.List;

/**
 * What came to the callback addresses of this node.
 *
 * @param since when the node began to count
 * @param received how many events were taken
 * @param repeated how many of them had come before
 * @param verified how often WeChat checked the address
 * @param failed how many events could not be stored, so that WeChat sends them again
 * @param refused what was refused, by reason
 * @param latest the messages refused last, latest first
 */
public record CallbackReport(
    Instant since,
    long received,
    long repeated,
    long verified,
    long failed,
    List<Refused> refused,
    List<Message> latest) {

  /** How often something was refused for one reason, for the first and for the last time when. */
  public record Refused(String code, long count, Instant firstAt, Instant lastAt) {}

  /** One message that was refused, the status its sender saw, and why. */
  public record Message(Instant at, int status, Problem reason) {}
}
