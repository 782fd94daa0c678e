package com.wechaterp.hub.sharer;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads lists of WeChat page by page, from 1. */
final class Pages {

  private final WeChat wechat;

  Pages(WeChat wechat) {
    this.wechat = wechat;
  }

  /**
   * Returns all rows of a list.
   *
   * @param rows the name of the list in the answer
   * @param size the page size the operation allows
   */
  List<Answer> all(
      String account, String operation, Map<String, ?> request, String rows, long size) {
    List<Answer> all = new ArrayList<>();
    for (long page = 1; ; page++) {
      Map<String, Object> paged = new LinkedHashMap<>(request);
      paged.put("page", page);
      paged.put("page_size", size);
      Answer answer = new Answer(wechat.call(account, operation, paged));
      List<Answer> found = answer.objects(rows);
      all.addAll(found);
      if (found.isEmpty() || all.size() >= answer.number("total_num")) {
        return all;
      }
    }
  }
}
