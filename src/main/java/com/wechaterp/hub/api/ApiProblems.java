package com.wechaterp.hub.api;

import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.problem.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
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

  /** What a caller names and the hub does not know. */
  private static final Pattern UNKNOWN =
      Pattern.compile("api-unknown.*|wechat-unknown-(operation|account)");

  @ExceptionHandler(ProblemException.class)
  ResponseEntity<Map<String, String>> answer(ProblemException failure, WebRequest request) {
    Problem problem = failure.problem();
    return ResponseEntity.status(status(failure))
        .contentType(MediaType.APPLICATION_JSON)
        .body(body(problem, language(request)));
  }

  /** Answers with the refusal's own status, and its details beside code, message and hint. */
  @ExceptionHandler(ApiRefusal.class)
  ResponseEntity<Map<String, Object>> refuse(ApiRefusal refusal, WebRequest request) {
    Language language = language(request);
    Problem problem = refusal.problem();
    Map<String, Object> body = new LinkedHashMap<>(body(problem, language));
    body.put("hint", Problems.catalogue().text(problem, language).remedy());
    body.putAll(refusal.details());
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(refusal.status()).contentType(MediaType.APPLICATION_JSON);
    Object seconds = body.remove(HttpHeaders.RETRY_AFTER);
    if (seconds != null) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
    return answer.body(body);
  }

  /** Returns the language a caller asks for, English by default. */
  static Language language(WebRequest request) {
    return Language.of(
        Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), "en"));
  }

  static Map<String, String> body(Problem problem, Language language) {
    return Map.of("code", problem.code(), "message", problem.sentence(language));
  }

  private static HttpStatus status(ProblemException failure) {
    if (failure instanceof ErpException erp) {
      return switch (erp.kind()) {
        case OUTAGE, BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        case BAD_ROW, PACK -> HttpStatus.CONFLICT;
      };
    }
    String code = failure.problem().code();
    return switch (code) {
      case "api-field-missing" -> HttpStatus.BAD_REQUEST;
      case "wechat-request-breaks-contract" -> HttpStatus.UNPROCESSABLE_CONTENT;
      default -> UNKNOWN.matcher(code).matches() ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
    };
  }
}
