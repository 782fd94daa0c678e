package com.wechaterp.hub.wechat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads lists of WeChat page by page ({@code page}, {@code page_size}, {@code total_num}), from 1.
 */
public final class Pages {

  private final WeChat wechat;

  public Pages(WeChat wechat) {
    this.wechat = wechat;
  }

  /**
   * Returns all rows of a list.
   *
   * @param rows the name of the list in the answer
   * @param size the page size the operation allows
   * @throws WeChatException if WeChat cannot be reached or refuses
   */
  public List<Answer> all(
      String account, String operation, Map<String, ?> request, String rows, long size) {
    List<Answer> all = new ArrayList<>();
    each(account, operation, request, rows, size, all::addAll);
    return all;
  }

  /**
   * Reads a list that may be long.
   *
   * @param rows the name of the list in the answer
   * @param size the page size the operation allows
   * @param onPage told the rows of each page
   * @throws WeChatException if WeChat cannot be reached or refuses
   */
  public void each(
      String account,
      String operation,
      Map<String, ?> request,
      String rows,
      long size,
      Consumer<List<Answer>> onPage) {
    long read = 0;
    boolean more = true;
    for (long page = 1; more; page++) {
      Map<String, Object> paged = new LinkedHashMap<>(request);
      paged.put("page", page);
      paged.put("page_size", size);
      Answer answer = new Answer(wechat.call(account, operation, paged));
      List<Answer> found = answer.objects(rows);
      onPage.accept(found);
      read += found.size();
      more = !found.isEmpty() && read < answer.number("total_num");
    }
  }
}
