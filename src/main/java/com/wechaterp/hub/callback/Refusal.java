package com.wechaterp.hub.callback;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a message is not accepted. The sender sees the status alone; the admin is told the rest. */
enum Refusal {
  UNKNOWN_ACCOUNT(HttpStatus.NOT_FOUND),
  STRAY(HttpStatus.NOT_FOUND),
  NO_TOKEN(HttpStatus.FORBIDDEN),
  NO_TIMESTAMP(HttpStatus.BAD_REQUEST),
  STALE(HttpStatus.FORBIDDEN),
  WRONG_SIGNATURE(HttpStatus.FORBIDDEN),
  INCOMPLETE(HttpStatus.BAD_REQUEST),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  MALFORMED(HttpStatus.BAD_REQUEST),
  TOO_DEEP(HttpStatus.BAD_REQUEST),
  NOT_ENCRYPTED(HttpStatus.BAD_REQUEST),
  NO_KEY(HttpStatus.FORBIDDEN),
  WRONG_KEY(HttpStatus.FORBIDDEN),
  OTHER_APP(HttpStatus.FORBIDDEN),
  ALTERED(HttpStatus.FORBIDDEN);

  private final HttpStatus status;

  Refusal(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  /** Returns the code of the problem, such as {@code callback-wrong-signature}. */
  String code() {
    return "callback-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
