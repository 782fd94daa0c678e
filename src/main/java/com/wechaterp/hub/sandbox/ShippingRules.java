package com.wechaterp.hub.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * What the shipping info of a payment must say (WeChat docs, error codes [错误码], /wxa/sec/order).
 */
final class ShippingRules {

  static final int COURIER = 1;
  static final int SPLIT = 2;
  static final int MOST_PARCELS = 15;
  private static final int LONGEST_CODE = 128;
  private static final int LONGEST_TEXT = 120;

  private ShippingRules() {}

  /**
   * Passes shipping info that is complete.
   *
   * @throws SandboxError with the code of the first rule it breaks
   */
  static void check(Map<String, Object> info) {
    boolean courier = Fields.number(info, "logistics_type") == COURIER;
    boolean split = Fields.number(info, "delivery_mode") == SPLIT;
    List<Map<String, Object>> parcels = Fields.objects(info.get("shipping_list"));
    require(courier || !split, 10060006, "非快递发货时不允许分拆发货");
    require(
        !split || info.containsKey("is_all_delivered"), 10060007, "分拆发货模式下必须填写is_all_delivered");
    require(split || parcels.size() == 1, 268485228, "统一发货模式下物流信息列表长度必须为1");
    require(!parcels.isEmpty(), 10060014, "参数错误: shipping_list");
    require(parcels.size() <= MOST_PARCELS, 10060024, "物流信息列表太长");
    for (Map<String, Object> parcel : parcels) {
      checkText(parcel, isUnfinished(info));
      if (courier) {
        checkCourier(parcel);
      }
    }
  }

  /** Returns whether more parcels are to come. */
  static boolean isUnfinished(Map<String, Object> info) {
    return Fields.number(info, "delivery_mode") == SPLIT
        && Boolean.FALSE.equals(info.get("is_all_delivered"));
  }

  private static void checkText(Map<String, Object> parcel, boolean unfinished) {
    String text = Fields.text(parcel, "item_desc");
    require(!text.isEmpty() || !unfinished, 10060020, "商品描述不能为空(尚未完成全部发货)");
    require(!text.isEmpty(), 10060008, "商品描述item_desc字段不能为空");
    require(text.length() <= LONGEST_TEXT, 10060009, "商品描述item_desc字段太长");
  }

  private static void checkCourier(Map<String, Object> parcel) {
    String number = Fields.text(parcel, "tracking_no");
    String company = Fields.text(parcel, "express_company");
    require(!number.isEmpty(), 268485226, "物流单号不能为空");
    require(!company.isEmpty(), 268485227, "物流公司编码不能为空");
    require(company.length() <= LONGEST_CODE, 10060025, "物流公司编码太长");
    require(number.length() <= LONGEST_CODE, 10060026, "物流单号太长");
    Map<String, Object> contact = Fields.object(parcel.get("contact"));
    boolean reachable =
        hasLastDigits(contact, "consignor_contact") || hasLastDigits(contact, "receiver_contact");
    require(!company.equals("SF") || reachable, 10060014, "参数错误: 顺丰需填写contact");
  }

  /** A masked telephone number must still show its last four digits. */
  private static boolean hasLastDigits(Map<String, Object> contact, String name) {
    return Fields.text(contact, name).replaceAll("[^0-9*]", "").matches(".*\\d{4}");
  }

  /**
   * Returns a time in RFC 3339.
   *
   * @throws SandboxError for any other text
   */
  static Instant uploadTime(Map<String, Object> request) {
    try {
      return OffsetDateTime.parse(Fields.text(request, "upload_time")).toInstant();
    } catch (DateTimeException e) {
      throw new SandboxError(268485216, "上传时间非法，请按照RFC 3339格式填写");
    }
  }

  private static void require(boolean right, int code, String text) {
    if (!right) {
      throw new SandboxError(code, text);
    }
  }
}
