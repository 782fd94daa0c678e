package com.wechaterp.hub.sandbox;

/** What waits for the administrator to scan a QR code. */
interface Scanned {

  /** Goes on: the administrator scanned the code and confirmed. */
  void confirmed(Shop shop, String subject);

  /** Gives up: the administrator refused, or the code expired. */
  void dropped(Shop shop, String subject);
}
