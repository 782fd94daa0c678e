package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Thrown when a question is not answered, with the status and more than a sentence. */
final class ApiRefusal extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient Map<String, Object> details;

  ApiRefusal(HttpStatus status, Problem problem) {
    this(status, problem, Map.of(), null);
  }

  /** Creates the refusal; the details go into the answer beside code and message. */
  ApiRefusal(
      HttpStatus status, Problem problem, Map<String, Object> details, @Nullable Throwable cause) {
    super(problem, cause);
    this.status = status;
    this.details = Map.copyOf(details);
  }

  HttpStatus status() {
    return status;
  }

  Map<String, Object> details() {
    return details;
  }
}
