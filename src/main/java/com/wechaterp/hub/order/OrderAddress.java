package com.wechaterp.hub.order;

/**
 * Where an order goes, or where a return is sent to; personal data, so it never shows itself.
 *
 * @param receiver the name
 * @param country the country, or empty
 * @param province the province, or empty
 * @param city the city, or empty
 * @param town the district or town, or empty
 * @param detail the street; the whole address where the ERP keeps it in one line
 * @param telephone the telephone number
 */
public record OrderAddress(
    String receiver,
    String country,
    String province,
    String city,
    String town,
    String detail,
    String telephone) {

  /** Returns whether nothing is given. */
  public boolean isEmpty() {
    return (receiver + country + province + city + town + detail + telephone).isEmpty();
  }

  /** Returns whether what WeChat needs is given. */
  public boolean isComplete() {
    return !receiver.isBlank() && !detail.isBlank() && !telephone.isBlank();
  }

  @Override
  public String toString() {
    return "OrderAddress[***]";
  }
}
