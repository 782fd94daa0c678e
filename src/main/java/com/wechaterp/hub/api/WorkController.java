package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Puts keys back to work: a whole catalogue, or those that wait. */
@RestController
class WorkController {

  private final WorkList work;
  private final Erp erp;
  private final WeChatAccounts accounts;
  private final String account;

  WorkController(WorkList work, Erp erp, WeChatAccounts accounts, HubProperties hub) {
    this.work = work;
    this.erp = erp;
    this.accounts = accounts;
    this.account = hub.account();
  }

  /** Marks every product of the ERP, to compare the whole catalogue once. */
  @PostMapping("/api/v1/sync/products")
  Map<String, Object> sync(@RequestParam(name = "account", required = false) @Nullable String of) {
    String named = accounts.named(of, account);
    return Map.of("account", named, "marked", erp.markAll("products", "products", named));
  }

  /** Puts one held or dead key back, or all of a flow. */
  @PostMapping("/api/v1/replay/{flow}")
  Map<String, Object> replay(
      @PathVariable("flow") String flow,
      @RequestParam(name = "key", required = false) @Nullable String key) {
    Flows.require(flow, work);
    return Map.of("flow", flow, "replayed", work.replay(flow, key));
  }
}
