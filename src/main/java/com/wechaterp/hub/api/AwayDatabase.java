package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.DatabaseState;
import java.util.Map;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** Answers 503 with the reason while the hub's database is away. */
@RestControllerAdvice(basePackageClasses = AwayDatabase.class)
class AwayDatabase {

  private static final String SECONDS = "5";

  private final DatabaseState database;

  AwayDatabase(DatabaseState database) {
    this.database = database;
  }

  /** Any other failure of the database is nothing this knows, and goes on as it came. */
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Map<String, String>> answer(NestedRuntimeException failure, WebRequest request) {
    Problem away = database.explain(failure).orElseThrow(() -> failure);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, SECONDS)
        .contentType(MediaType.APPLICATION_JSON)
        .body(ApiProblems.body(away, ApiProblems.language(request)));
  }
}
