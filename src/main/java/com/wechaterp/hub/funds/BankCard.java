package com.wechaterp.hub.funds;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;

/** Checks numbers of bank accounts before money goes there. */
public final class BankCard {

  private static final int SHOWN = 4;

  private BankCard() {}

  /**
   * Checks the number of a personal card by its check digit (Luhn); corporate accounts have none.
   *
   * @throws ProblemException {@code funds-bank-number}, without the number itself
   */
  public static void require(String number, String accountType) {
    boolean digits = number.matches("\\d{8,30}");
    boolean personal = accountType.equals("ACCOUNT_TYPE_PRIVATE");
    if (!digits || personal && !luhn(number)) {
      throw new ProblemException(Problem.of("funds-bank-number", "found", tail(number)));
    }
  }

  /** Returns the last digits, which may be shown. */
  public static String tail(String number) {
    return number.substring(Math.max(0, number.length() - SHOWN));
  }

  private static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
