package com.wechaterp.hub.api;

import com.wechaterp.hub.order.OrderRefused;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Answers what cannot be done with an order: the sentence, and every finding by itself. */
@RestControllerAdvice(assignableTypes = {OrderController.class, OrderListController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class OrderProblems {

  @ExceptionHandler(OrderRefused.class)
  ResponseEntity<Map<String, Object>> refused(OrderRefused refused, WebRequest request) {
    HttpStatus status =
        switch (refused.kind()) {
          case MALFORMED -> HttpStatus.BAD_REQUEST;
          case RULES -> HttpStatus.UNPROCESSABLE_CONTENT;
          case CONFLICT -> HttpStatus.CONFLICT;
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return answer(status, refused.problem(), refused.findings(), request);
  }

  @ExceptionHandler(WeChatException.class)
  ResponseEntity<Map<String, Object>> refusedByWeChat(WeChatException failure, WebRequest request) {
    HttpStatus status =
        failure.category() == ErrorCategory.PERMANENT
            ? HttpStatus.UNPROCESSABLE_CONTENT
            : failure.category() == ErrorCategory.LIMIT
                ? HttpStatus.TOO_MANY_REQUESTS
                : HttpStatus.SERVICE_UNAVAILABLE;
    return answer(status, failure.problem(), List.of(), request);
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<Map<String, Object>> unreadable(WebRequest request) {
    return answer(HttpStatus.BAD_REQUEST, Problem.of("order-json"), List.of(), request);
  }

  private static ResponseEntity<Map<String, Object>> answer(
      HttpStatus status, Problem problem, List<Problem> findings, WebRequest request) {
    Language language = ApiProblems.language(request);
    Map<String, Object> body = new LinkedHashMap<>(ApiProblems.body(problem, language));
    body.put("findings", findings.stream().map(each -> finding(each, language)).toList());
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static Map<String, String> finding(Problem problem, Language language) {
    Map<String, String> finding = new LinkedHashMap<>();
    finding.put("field", problem.facts().getOrDefault("field", ""));
    finding.putAll(ApiProblems.body(problem, language));
    return finding;
  }
}
