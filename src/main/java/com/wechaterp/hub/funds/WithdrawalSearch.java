package com.wechaterp.hub.funds;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a withdrawal at WeChat whose answer was lost, by the mark in its remark: money is never
 * sent again before it has been looked for.
 */
class WithdrawalSearch {

  private static final long PAGE = 50;
  private static final long PAGES = 4;

  private final WeChat wechat;
  private final MoneyRequests requests;

  WithdrawalSearch(WeChat wechat, MoneyRequests requests) {
    this.wechat = wechat;
    this.requests = requests;
  }

  /** Returns the remark WeChat is given, which carries the request's id. */
  static String marked(MoneyRequest request) {
    return (request.remark() + " #" + request.id()).strip();
  }

  /** Returns WeChat's number of the withdrawal, empty if it never arrived there. */
  Optional<String> find(MoneyRequest request) {
    for (long page = 1; page <= PAGES; page++) {
      Answer answer =
          new Answer(
              wechat.call(
                  request.account(),
                  "shop/funds/scanwithdraw",
                  Map.of("page_num", page, "page_size", PAGE)));
      List<String> numbers = answer.texts("out_request_nos");
      Optional<String> found =
          numbers.stream().filter(number -> isMarked(request, number)).findFirst();
      if (found.isPresent() || page * PAGE >= answer.number("total_num")) {
        return found;
      }
    }
    return Optional.empty();
  }

  private boolean isMarked(MoneyRequest request, String number) {
    if (requests.ofRequestNo(request.account(), number).isPresent()) {
      return false;
    }
    Answer detail = detail(request.account(), number);
    return detail.text("remark").endsWith("#" + request.id())
        && detail.number("amount") == request.amount();
  }

  /** Returns what WeChat says of a withdrawal. */
  Answer detail(String account, String outRequestNo) {
    return new Answer(
            wechat.call(
                account, "shop/funds/getwithdrawdetail", Map.of("out_request_no", outRequestNo)))
        .object("withdraw_info");
  }
}
