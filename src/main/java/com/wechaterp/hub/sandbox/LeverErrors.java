package com.wechaterp.hub.sandbox;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a lever that names what the sandbox does not have, or that WeChat would refuse. */
@RestControllerAdvice(assignableTypes = Levers.class)
@ConditionalOnProperty("hub.sandbox.enabled")
class LeverErrors {

  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, Object> notFound(IllegalArgumentException e) {
    return Fields.of("error", e.getMessage());
  }

  @ExceptionHandler(SandboxError.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  Map<String, Object> refused(SandboxError e) {
    return Fields.of("error", e.getMessage(), "errcode", e.errcode());
  }
}
