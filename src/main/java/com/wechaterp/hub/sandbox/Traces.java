package com.wechaterp.hub.sandbox;

import java.util.Map;

/** Who brought a buyer: what wx.checkBeforeAddOrder writes into a trace_id. */
final class Traces {

  private static final String KIND = "trace";

  private Traces() {}

  /** Gives out a trace_id for a buyer who came by a promoter, a sharer, or both. */
  static String begin(Shop shop, String promoterId, String sharerOpenid) {
    String traceId = "1_" + Long.toString(shop.nextId(), Character.MAX_RADIX);
    Map<String, Object> promotion =
        Fields.of(
            "promoter_id",
            promoterId,
            "promoter_openid",
            "openid_" + promoterId,
            "finder_username",
            "v2_" + promoterId + "@finder",
            "finder_nickname",
            promoterId);
    if (!sharerOpenid.isEmpty()) {
      promotion.put("sharer_openid", sharerOpenid);
      promotion.put("live_start_time", shop.clock().wire());
    }
    shop.put(KIND, traceId, promotion);
    return traceId;
  }

  /**
   * Returns who brought the buyer; of a trace_id given out elsewhere, a promoter named after it.
   */
  static Map<String, Object> promotion(Shop shop, String traceId) {
    Map<String, Object> promotion = shop.get(KIND, traceId);
    String unknown = "promoter_" + Integer.toHexString(traceId.hashCode());
    return promotion == null
        ? Fields.of(
            "promoter_id",
            unknown,
            "promoter_openid",
            "openid_" + unknown,
            "finder_username",
            "v2_" + unknown + "@finder",
            "finder_nickname",
            unknown)
        : Fields.copy(promotion);
  }
}
