package com.wechaterp.hub.sharer;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.EachAccount;
import com.wechaterp.hub.wechat.Pages;
import java.util.Map;
import java.util.Set;

/** Brings the promoters of every account to the ERP. */
public class Promoters {

  /** WeChat gives no more than 20 at once (WeChat docs, limits [限额]). */
  private static final long PAGE = 20;

  private final Pages pages;
  private final Erp erp;
  private final Set<String> accounts;

  Promoters(Pages pages, Erp erp, Set<String> accounts) {
    this.pages = pages;
    this.erp = erp;
    this.accounts = Set.copyOf(accounts);
  }

  /** Reads all promoters and writes them to the ERP. */
  public void read() {
    if (!erp.has("promoter")) {
      return;
    }
    EachAccount.of(accounts, this::read);
  }

  private void read(String account) {
    for (Answer one : pages.all(account, "shop/promoter/list", Map.of(), "promoters", PAGE)) {
      erp.write(
          "promoter",
          Map.of(
              "promoter_id", one.text("promoter_id"),
              "promoter_openid", one.text("promoter_openid"),
              "finder_nickname", one.text("finder_nickname")));
    }
  }
}
