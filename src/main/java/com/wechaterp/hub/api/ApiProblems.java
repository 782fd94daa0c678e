package com.wechaterp.hub.api;

import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** Answers failed questions with the problem's code and sentence. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {

  @ExceptionHandler(ProblemException.class)
  ResponseEntity<Map<String, String>> answer(ProblemException failure, WebRequest request) {
    String acceptLanguage =
        Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), "en");
    Problem problem = failure.problem();
    return ResponseEntity.status(status(failure))
        .contentType(MediaType.APPLICATION_JSON)
        .body(body(problem, Language.of(acceptLanguage)));
  }

  static Map<String, String> body(Problem problem, Language language) {
    return Map.of("code", problem.code(), "message", problem.sentence(language));
  }

  private static HttpStatus status(ProblemException failure) {
    if (failure instanceof ErpException erp) {
      return erp.kind() == ErpException.Kind.OUTAGE
          ? HttpStatus.SERVICE_UNAVAILABLE
          : HttpStatus.CONFLICT;
    }
    return failure.problem().code().startsWith("api-unknown")
        ? HttpStatus.NOT_FOUND
        : HttpStatus.CONFLICT;
  }
}
