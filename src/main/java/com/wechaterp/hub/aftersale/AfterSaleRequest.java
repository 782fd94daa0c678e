package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.document.ExtraFields;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * An after-sale as the merchant's own pages or the ERP want it.
 *
 * @param outAftersaleId the merchant's id
 * @param outOrderId the merchant's id of the order
 * @param openid the buyer, empty if only the order knows
 * @param type the kind
 * @param lines the goods
 * @param orderamt what is asked, fen
 * @param reasonType the reason as WeChat numbers it
 * @param reason the reason in words
 * @param media sources of the buyer's pictures
 * @param cancel whether the buyer takes it back
 * @param deliveryId courier of the parcel that comes back, as WeChat names it
 * @param deliveryName the courier's name
 * @param waybillId its waybill, empty until it is sent
 * @param status the state to record, older contract only; null to derive it from the decision
 * @param finishAll whether no further after-sale of the order will come, older contract only
 * @param path page of the mini-program that shows it, older contract only
 * @param createTime when it was opened; null for now
 * @param extra what the pack gives beside the columns of its port
 */
public record AfterSaleRequest(
    String outAftersaleId,
    String outOrderId,
    String openid,
    AfterSaleType type,
    List<Line> lines,
    long orderamt,
    int reasonType,
    String reason,
    List<String> media,
    boolean cancel,
    String deliveryId,
    String deliveryName,
    String waybillId,
    @Nullable Integer status,
    boolean finishAll,
    String path,
    @Nullable Instant createTime,
    ExtraFields extra) {

  public AfterSaleRequest {
    lines = List.copyOf(lines);
    media = List.copyOf(media);
  }

  /** Returns how many pieces are meant. */
  long pieces() {
    return lines.stream().mapToLong(Line::productCnt).sum();
  }

  /** Returns what tells this request from any other, as far as WeChat lets it be changed. */
  String content() {
    String content =
        String.join(
            "|", String.valueOf(orderamt), String.valueOf(reasonType), reason, media.toString());
    return DigestUtils.sha256Hex(content + extra.text(List.of(AfterSaleOperation.UPDATE)));
  }
}
