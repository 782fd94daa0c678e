package com.wechaterp.hub.complaint;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads disputes from WeChat. */
class ComplaintReading {

  /** WeChat gives at most so many at once (WeChat docs, limits [限额]). */
  private static final int PAGE = 50;

  private final WeChat wechat;

  ComplaintReading(WeChat wechat) {
    this.wechat = wechat;
  }

  /**
   * One dispute of a list.
   *
   * @param state its state as WeChat numbers it
   */
  record Listed(String complaintOrderId, int state) {}

  /** Returns the dispute of an id. */
  Complaint get(String account, String complaintOrderId) {
    return Complaint.of(
        new Answer(
            wechat.call(
                account,
                ComplaintOperation.GET,
                Map.of("complaint_order_id", Long.valueOf(complaintOrderId)))));
  }

  /** Returns the disputes opened since a time. */
  List<Listed> since(String account, Instant begin) {
    List<Listed> all = new ArrayList<>();
    List<Listed> page;
    do {
      page = page(account, begin, all.size());
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  private List<Listed> page(String account, Instant begin, int offset) {
    Answer answer =
        new Answer(
            wechat.call(
                account,
                ComplaintOperation.GET_LIST,
                Map.of(
                    "begin_create_time", begin.getEpochSecond(),
                    "offset", (long) offset,
                    "limit", (long) PAGE)));
    return answer.objects("orders").stream()
        .map(each -> new Listed(each.text("complaint_order_id"), (int) each.number("state")))
        .toList();
  }
}
