package com.wechaterp.hub.sharer;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.EachAccount;
import com.wechaterp.hub.wechat.Pages;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** Brings sharers, their totals, live rooms and orders to the ERP. */
public class Sharers {

  private static final long PAGE = 100;

  private final WeChat wechat;
  private final Pages pages;
  private final Erp erp;
  private final WorkList work;
  private final SharerKeys keys;
  private final Set<String> accounts;

  Sharers(
      WeChat wechat, Pages pages, Erp erp, WorkList work, SharerKeys keys, Set<String> accounts) {
    this.wechat = wechat;
    this.pages = pages;
    this.erp = erp;
    this.work = work;
    this.keys = keys;
    this.accounts = Set.copyOf(accounts);
  }

  /** Marks all bound sharers, so that none depends on an event. */
  public void find() {
    if (!erp.has("sharer")) {
      return;
    }
    EachAccount.of(accounts, this::find);
  }

  private void find(String account) {
    List<String> openids =
        pages.all(account, "shop/sharer/get_sharer_list", Map.of(), "sharers", PAGE).stream()
            .map(each -> each.text("openid"))
            .toList();
    List<String> marked = keys.keep(account, openids);
    work.markAll("sharers", account, marked, WorkPriority.NORMAL, "hourly look");
  }

  /** Reads one sharer and writes what WeChat says of them. */
  public void read(
      @Header(WorkHeaders.ACCOUNT) String account, @Header(WorkHeaders.KEY) String key) {
    if (!erp.has("sharer")) {
      return;
    }
    String openid =
        keys.openid(account, key)
            .orElseThrow(
                () ->
                    new HoldException(
                        Hold.of(Problem.of("sharer-unknown", "key", key), Release.PERSON)));
    read(account, openid, Map.of("openid", openid));
  }

  private void read(String account, String openid, Map<String, Object> who) {
    Answer sharer = new Answer(wechat.call(account, "shop/sharer/search_sharer", who));
    Answer sum = new Answer(wechat.call(account, "shop/sharer/get_sharer_data_summary", who));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("openid", openid);
    values.put("nickname", sharer.text("nickname"));
    values.put("bind_status", sharer.number("bind_status"));
    values.put("bind_status_name", BindStatus.name(sharer.number("bind_status")));
    values.put("invited_time", sharer.time("invited_time"));
    values.put("bind_time", sharer.time("bind_time"));
    totals(values, sum);
    erp.write("sharer", values);
    pages
        .all(account, "shop/sharer/get_sharer_live_summary_list", who, "lives", PAGE)
        .forEach(live -> live(account, openid, live));
  }

  private void live(String account, String openid, Answer live) {
    String room = live.text("live_export_id");
    if (erp.has("sharer-live")) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("live_export_id", room);
      values.put("openid", openid);
      values.put("live_nickname", live.text("live_nickname"));
      values.put("live_start_time", live.time("live_start_time"));
      values.put("live_end_time", live.time("live_end_time"));
      totals(values, live);
      erp.write("sharer-live", values);
    }
    if (erp.has("sharer-order")) {
      Map<String, Object> request = Map.of("openid", openid, "live_export_id", room);
      pages
          .all(account, "shop/sharer/get_sharer_live_order_list", request, "orders", PAGE)
          .forEach(order -> order(openid, room, order));
    }
  }

  private void order(String openid, String room, Answer order) {
    Answer price = order.object("order_detail").object("price_info");
    erp.write(
        "sharer-order",
        Map.of(
            "out_order_id", order.text("out_order_id"),
            "order_id", order.text("order_id"),
            "openid", openid,
            "live_export_id", room,
            "status", order.number("status"),
            "order_price", price.number("order_price")));
  }

  private static void totals(Map<String, @Nullable Object> values, Answer from) {
    values.put("gmv", from.number("gmv"));
    values.put("order_cnt", from.number("order_cnt"));
    values.put("user_cnt", from.number("user_cnt"));
  }
}
