package com.wechaterp.hub.callback;

import com.wechaterp.hub.inbox.InboundEvent;

/**
 * A message that was checked and read.
 *
 * @param event what it says
 * @param format how it was written
 * @param mode whether it was encrypted
 */
record Message(InboundEvent event, Format format, Mode mode) {

  /** How a message is written. */
  enum Format {
    XML,
    JSON;

    static Format of(String body) {
      return body.stripLeading().startsWith("{") ? JSON : XML;
    }
  }

  /** Whether a message is encrypted. */
  enum Mode {
    PLAIN,
    /** Also in compatible mode, where the plain part is only compared. */
    ENCRYPTED
  }
}
