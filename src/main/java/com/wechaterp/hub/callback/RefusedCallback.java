package com.wechaterp.hub.callback;

import org.springframework.http.HttpStatus;

/** Thrown for a message that is not accepted; its reason is for the admin, never for the sender. */
class RefusedCallback extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  RefusedCallback(HttpStatus status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
