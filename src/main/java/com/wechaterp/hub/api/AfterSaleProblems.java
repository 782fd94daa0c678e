package com.wechaterp.hub.api;

import com.wechaterp.hub.aftersale.AfterSaleRefused;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers what a page of the merchant asks for and cannot be taken in. */
@RestControllerAdvice(assignableTypes = AfterSaleController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AfterSaleProblems {

  @ExceptionHandler(AfterSaleRefused.class)
  ResponseEntity<Map<String, String>> refused(AfterSaleRefused refused, WebRequest request) {
    HttpStatus status =
        refused.kind() == AfterSaleRefused.Kind.UNKNOWN
            ? HttpStatus.NOT_FOUND
            : HttpStatus.BAD_REQUEST;
    return answer(status, refused.problem(), request);
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<Map<String, String>> unreadable(WebRequest request) {
    return answer(HttpStatus.BAD_REQUEST, Problem.of("aftersale-json"), request);
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<Map<String, String>> mistyped(
      MethodArgumentTypeMismatchException failure, WebRequest request) {
    Problem problem =
        Problem.of(
            "aftersale-due",
            "field",
            failure.getName(),
            "found",
            String.valueOf(failure.getValue()));
    return answer(HttpStatus.BAD_REQUEST, problem, request);
  }

  private static ResponseEntity<Map<String, String>> answer(
      HttpStatus status, Problem problem, WebRequest request) {
    Language language = ApiProblems.language(request);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(ApiProblems.body(problem, language));
  }
}
