package com.wechaterp.hub.sandbox;

import java.util.Map;

/** The settlement account; a change counts once the administrator has scanned. */
class BankAccounts implements Scanned {

  private static final String KIND = "bankaccount";
  private static final String CURRENT = "current";
  private static final String WANTED = "wanted";
  private static final String NUMBER = "account_number";

  private final Banks banks;

  BankAccounts(Banks banks) {
    this.banks = banks;
  }

  /** Returns the account money goes to; the one of the application until it is changed. */
  static Map<String, Object> stored(Shop shop) {
    Map<String, Object> changed = shop.get(KIND, CURRENT);
    return changed == null
        ? Fields.of(
            "bank_account_type",
            "ACCOUNT_TYPE_BUSINESS",
            "account_bank",
            "招商银行",
            "bank_address_code",
            "440300",
            NUMBER,
            "755900000010001")
        : changed;
  }

  /** Returns its number with only the last digits shown. */
  static String masked(Map<String, Object> account) {
    return ApplymentRequest.mask(Fields.text(account, NUMBER), 0, 4);
  }

  /**
   * Takes a change, which then waits for the administrator.
   *
   * @throws SandboxError 40097 naming what is wrong
   */
  void want(Shop shop, Map<String, Object> account) {
    require(
        Fields.text(account, "bank_account_type").matches("ACCOUNT_TYPE_(BUSINESS|PRIVATE)"),
        "bank_account_type");
    require(banks.hasName(Fields.text(account, "account_bank")), "account_bank");
    require(Fields.text(account, "bank_address_code").matches("\\d{6}"), "bank_address_code");
    require(BankOperations.NUMBER.matcher(Fields.text(account, NUMBER)).matches(), NUMBER);
    shop.put(KIND, WANTED, Fields.copy(account));
  }

  private static void require(boolean right, String field) {
    if (!right) {
      throw new SandboxError(40097, "invalid args: account_info." + field);
    }
  }

  /** Takes the change over; a scan without one changes nothing. */
  @Override
  public void confirmed(Shop shop, String subject) {
    Map<String, Object> wanted = Fields.object(shop.get(KIND, WANTED));
    if (!wanted.isEmpty()) {
      shop.put(KIND, CURRENT, wanted);
      shop.put(KIND, WANTED, Fields.of());
    }
  }

  @Override
  public void dropped(Shop shop, String subject) {
    shop.put(KIND, WANTED, Fields.of());
  }
}
