package com.wechaterp.hub.image;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown in a route when a picture's server fails in a way that passes, or is slow; the key is
 * tried again.
 */
public class PictureAwayException extends ProblemException {

  private static final long serialVersionUID = 1L;

  PictureAwayException(Problem problem, @Nullable ImageException cause) {
    super(problem, cause);
  }
}
