package com.wechaterp.hub.complaint;

import com.wechaterp.hub.wechat.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dispute as WeChat has it now ({@code shop/complaint/get}).
 *
 * @param complaintOrderId WeChat's id
 * @param orderId WeChat's id of the order
 * @param aftersaleId WeChat's id of the after-sale
 * @param openid the buyer
 * @param phoneNumber the buyer's telephone number
 * @param stateCode the state as WeChat numbers it
 * @param typeCode what the buyer complains about, as WeChat numbers it
 * @param judgeResult the verdict as WeChat numbers it, 0 before there is one
 * @param createTime when it was opened
 * @param updateTime when it last changed
 * @param deadline until when somebody must act; null if there is no limit
 * @param records what was done, in WeChat's order
 */
public record Complaint(
    String complaintOrderId,
    String orderId,
    String aftersaleId,
    String openid,
    String phoneNumber,
    int stateCode,
    int typeCode,
    int judgeResult,
    @Nullable Instant createTime,
    @Nullable Instant updateTime,
    @Nullable Instant deadline,
    List<ActionRecord> records) {

  public Complaint {
    records = List.copyOf(records);
  }

  /** Who did something. */
  public enum Party {
    USER("user_record"),
    PLATFORM("op_record"),
    MERCHANT("merchant_record");

    private final String field;

    Party(String field) {
      this.field = field;
    }
  }

  /**
   * Something that was done.
   *
   * @param party by whom
   * @param describe WeChat's words for it
   * @param time when
   * @param content the evidence in words, empty if none
   * @param pictures links of its pictures
   */
  public record ActionRecord(
      Party party,
      String describe,
      @Nullable Instant time,
      String content,
      List<String> pictures) {}

  /** Returns the state. */
  public ComplaintState state() {
    return ComplaintState.of(stateCode);
  }

  /** Returns whether the merchant has given evidence with these words. */
  boolean shows(Evidence evidence) {
    return records.stream()
        .anyMatch(
            each ->
                each.party() == Party.MERCHANT
                    && each.content().equals(evidence.content())
                    && each.pictures().size() == evidence.pictures().size());
  }

  /** Reads an answer of {@code shop/complaint/get}. */
  static Complaint of(Answer answer) {
    Answer order = answer.object("order");
    return new Complaint(
        order.text("complaint_order_id"),
        order.text("order_id"),
        order.text("after_sale_order_id"),
        order.text("openid"),
        order.text("phone_number"),
        (int) order.number("state"),
        (int) order.number("type"),
        (int) order.number("judge_result"),
        order.time("create_time"),
        order.time("update_time"),
        order.time("expired_time"),
        records(answer.object("flow_info").objects("list")));
  }

  private static List<ActionRecord> records(List<Answer> items) {
    List<ActionRecord> records = new ArrayList<>();
    for (Answer item : items) {
      for (Party party : Party.values()) {
        Answer record = item.object(party.field);
        if (!record.fields().isEmpty()) {
          Answer material = record.object("material_info");
          records.add(
              new ActionRecord(
                  party,
                  record.text("event_describe"),
                  record.time("time"),
                  material.text("content"),
                  material.texts("media_url_list")));
        }
      }
    }
    return records;
  }
}
