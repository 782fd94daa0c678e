package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.Map;

/** QR codes that the administrator confirms money with (enum qrcode.status). */
class QrCodes implements Tick {

  static final String KIND = "qrcode";
  static final int CONFIRMED = 1;
  static final int CANCELLED = 2;
  static final int EXPIRED = 3;
  static final int SCANNED = 4;

  /** Not documented; the sister product's codes live about as long. */
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final Map<String, Scanned> purposes;

  /**
   * Knows whom to tell of a scan.
   *
   * @param purposes what codes are for, by name
   */
  QrCodes(Map<String, Scanned> purposes) {
    this.purposes = Map.copyOf(purposes);
  }

  /** Makes a code and returns its ticket. */
  String create(Shop shop, String purpose, String subject) {
    String ticket = "%024x".formatted(shop.nextId());
    shop.put(
        KIND,
        ticket,
        Fields.of(
            "qrcode_ticket",
            ticket,
            "purpose",
            purpose,
            "subject",
            subject,
            "status",
            0,
            "expires",
            shop.clock().now().plus(LIFETIME).toEpochMilli()));
    return ticket;
  }

  /**
   * Returns a code.
   *
   * @throws SandboxError if the ticket is none of the shop's
   */
  static Map<String, Object> require(Shop shop, String ticket) {
    Map<String, Object> code = shop.get(KIND, ticket);
    if (code == null) {
      throw new SandboxError(40097, "invalid args: qrcode_ticket");
    }
    return code;
  }

  @Override
  public void pass(Shop shop) {
    long now = shop.clock().now().toEpochMilli();
    shop.all(KIND).stream()
        .filter(QrCodes::isOpen)
        .filter(code -> Fields.number(code, "expires") <= now)
        .forEach(code -> become(shop, code, EXPIRED));
  }

  private static boolean isOpen(Map<String, Object> code) {
    long status = Fields.number(code, "status");
    return status == 0 || status == SCANNED;
  }

  /**
   * Scans, confirms, refuses or lets expire.
   *
   * @throws IllegalArgumentException if that is over already
   */
  void become(Shop shop, Map<String, Object> code, int status) {
    if (!isOpen(code)) {
      throw new IllegalArgumentException("The code was used, refused or is too old");
    }
    code.put("status", status);
    shop.put(KIND, Fields.text(code, "qrcode_ticket"), code);
    Scanned waiting = purposes.get(Fields.text(code, "purpose"));
    if (waiting == null || status == SCANNED) {
      return;
    }
    if (status == CONFIRMED) {
      waiting.confirmed(shop, Fields.text(code, "subject"));
    } else {
      waiting.dropped(shop, Fields.text(code, "subject"));
    }
  }
}
