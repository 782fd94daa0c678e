package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** Shows an application for the scene merchant number: in full, or masked. */
final class ApplymentRequest {

  /**
   * What WeChat reads from the picture of the licence, which the application does not spell out.
   */
  private static final String MERCHANT = "沙箱商户有限公司";

  private static final String LICENCE = "91440101MA5CN4WK0D";

  private ApplymentRequest() {}

  /** Returns the application an account that joined long ago made. */
  static Map<String, Object> example() {
    return Fields.of(
        "organization_type",
        2,
        "business_license_info",
        Fields.of("legal_person", "于先生", "business_time", "[\"2014-01-01\",\"长期\"]"),
        "id_card_info",
        Fields.of(
            "id_card_name", "于先生",
            "id_card_number", "430000199901010000",
            "id_card_valid_time", "长期"),
        "contact_info",
        Fields.of(
            "contact_type", "65",
            "contact_email", "merchant@example.com",
            "mobile_phone", "13800000000"),
        "merchant_shortname",
        "沙箱商户");
  }

  /** Returns it as wxpay/get shows it. */
  static Map<String, Object> full(Shop shop, Map<String, Object> application) {
    Map<String, Object> request = Fields.object(application.get("request"));
    Map<String, Object> licence = Fields.object(request.get("business_license_info"));
    Map<String, Object> contact = Fields.object(request.get("contact_info"));
    String person = Fields.text(licence, "legal_person");
    Map<String, Object> shown = common(shop, request);
    shown.put("out_request_no", shop.appId());
    shown.put(
        "business_license_info",
        Fields.of(
            "legal_person", person,
            "merchant_name", MERCHANT,
            "business_license_number", LICENCE,
            "business_license_copy", picture(licence, "wxa_business_license_copy")));
    Map<String, Object> card = Fields.object(request.get("id_card_info"));
    if (!card.isEmpty()) {
      shown.put("id_card_info", card(card));
    }
    Map<String, Object> document = Fields.object(request.get("id_doc_info"));
    if (!document.isEmpty()) {
      shown.put("id_doc_type", Fields.text(request, "id_doc_type"));
      shown.put("id_doc_info", document(document));
    }
    shown.put(
        "contact_info",
        Fields.of(
            "contact_type", Fields.text(contact, "contact_type"),
            "contact_name", person,
            "contact_id_card_number", number(request),
            "contact_email", Fields.text(contact, "contact_email"),
            "mobile_phone", Fields.text(contact, "mobile_phone")));
    shown.put("need_account_info", !Fields.object(request.get("account_info")).isEmpty());
    return shown;
  }

  /** Returns it as wxpay/get_info shows it. */
  static Map<String, Object> masked(Shop shop, Map<String, Object> application) {
    Map<String, Object> request = Fields.object(application.get("request"));
    Map<String, Object> contact = Fields.object(request.get("contact_info"));
    Map<String, Object> licence = Fields.object(request.get("business_license_info"));
    Map<String, Object> shown = common(shop, request);
    shown.put(
        "business_license_info",
        Fields.of("merchant_name", MERCHANT, "business_license_number", LICENCE));
    shown.put(
        "contact_info",
        Fields.of(
            "contact_name", mask(Fields.text(licence, "legal_person"), 0, 1),
            "contact_id_card_number", mask(number(request), 2, 1),
            "mobile_phone", mask(Fields.text(contact, "mobile_phone"), 3, 2)));
    return shown;
  }

  private static Map<String, Object> common(Shop shop, Map<String, Object> request) {
    return Fields.of(
        "organization_type", Fields.text(request, "organization_type"),
        "merchant_shortname", Fields.text(request, "merchant_shortname"),
        "sales_scene_info",
            Fields.of(
                "store_name",
                MERCHANT,
                "store_url",
                "https://example.com/",
                "mini_program_sub_appid",
                shop.appId()));
  }

  private static Map<String, Object> card(Map<String, Object> card) {
    return Fields.of(
        "id_card_name", Fields.text(card, "id_card_name"),
        "id_card_number", Fields.text(card, "id_card_number"),
        "id_card_valid_time", Fields.text(card, "id_card_valid_time"),
        "id_card_copy", picture(card, "wxa_id_card_copy"),
        "id_card_national", picture(card, "wxa_id_card_national"));
  }

  private static Map<String, Object> document(Map<String, Object> document) {
    return Fields.of(
        "id_doc_name", Fields.text(document, "id_doc_name"),
        "id_doc_number", Fields.text(document, "id_doc_number"),
        "doc_period_end", Fields.text(document, "doc_period_end"),
        "id_doc_copy", picture(document, "wxa_id_doc_copy"));
  }

  private static String number(Map<String, Object> request) {
    return Fields.text(Fields.object(request.get("id_card_info")), "id_card_number")
        + Fields.text(Fields.object(request.get("id_doc_info")), "id_doc_number");
  }

  private static String picture(Map<String, Object> holder, String name) {
    return Fields.text(Fields.object(holder.get(name)), "pay_media_id");
  }

  /** Hides all but the first and last characters. */
  static String mask(String text, int first, int last) {
    int hidden = Math.max(0, text.length() - first - last);
    return hidden == 0
        ? "*".repeat(text.length())
        : text.substring(0, first) + "*".repeat(hidden) + text.substring(first + hidden);
  }

  /** Returns the pictures an application must bring, by the path of their field. */
  static List<String> missingPictures(Map<String, Object> request) {
    Map<String, Object> licence = Fields.object(request.get("business_license_info"));
    Map<String, Object> card = Fields.object(request.get("id_card_info"));
    Map<String, Object> document = Fields.object(request.get("id_doc_info"));
    return List.of(
            Map.entry("business_license_info.wxa_business_license_copy", licence),
            Map.entry("id_card_info.wxa_id_card_copy", card),
            Map.entry("id_card_info.wxa_id_card_national", card),
            Map.entry("id_doc_info.wxa_id_doc_copy", document))
        .stream()
        .filter(one -> !one.getValue().isEmpty())
        .filter(
            one ->
                picture(one.getValue(), one.getKey().substring(one.getKey().indexOf('.') + 1))
                    .isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
