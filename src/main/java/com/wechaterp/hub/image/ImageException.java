package com.wechaterp.hub.image;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Thrown when a picture cannot be used; the message says why in a phrase. */
public class ImageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration again;

  public ImageException(String why) {
    this(why, null);
  }

  /**
   * A picture that cannot be fetched.
   *
   * @param again after what time it is worth another try; null if only another picture helps
   */
  ImageException(String why, @Nullable Duration again) {
    super(why);
    this.again = again;
  }

  @Nullable Duration again() {
    return again;
  }

  /**
   * Returns the hold of what needs the picture: until it is worth another try, or the ERP changes.
   *
   * @param code the problem of a picture that cannot be used
   * @param source the picture's address
   */
  public Hold hold(String code, String key, String source, Instant now) {
    String why = String.valueOf(getMessage());
    String found = shown(source);
    return again == null
        ? Hold.of(Problem.of(code, "key", key, "found", found, "reason", why), Release.ERP_CHANGE)
        : new Hold(
            Problem.of("picture-unreachable", "key", key, "found", found, "reason", why),
            Release.TIME,
            now.plus(again),
            50);
  }

  /** An address's query, and a name before its host, may be a key to it. */
  static String shown(String source) {
    return source.replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//");
  }
}
