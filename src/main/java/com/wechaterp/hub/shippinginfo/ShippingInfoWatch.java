package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.wechat.EachAccount;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at the accounts now and then: payments that wait too long, and where messages lead. */
public class ShippingInfoWatch {

  private static final Duration BACK = Duration.ofDays(30);

  private final WeChatAccounts accounts;
  private final Payments payments;
  private final WeChat wechat;
  private final WorkList work;
  private final JdbcClient jdbc;
  private final ShippingInfoSettings settings;
  private final Clock clock;

  ShippingInfoWatch(
      WeChatAccounts accounts,
      Payments payments,
      WeChat wechat,
      WorkList work,
      JdbcClient jdbc,
      ShippingInfoSettings settings,
      Clock clock) {
    this.accounts = accounts;
    this.payments = payments;
    this.wechat = wechat;
    this.work = work;
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /** Marks payments that WeChat waits for, so that none depends on an event. */
  public void findDue() {
    Instant to = clock.instant().minus(settings.dueAfter());
    EachAccount.of(managed(), account -> findDue(account, to));
  }

  private void findDue(String account, Instant to) {
    List<String> due =
        payments.waiting(account, to.minus(BACK), to).stream()
            .map(payment -> payment.key().transactionId())
            .toList();
    work.markAll(ShippingInfoFlow.FLOW, account, due, WorkPriority.LOW, "waits for its shipment");
  }

  /** Sets where WeChat's messages about shipments lead, if that is not set so already. */
  public void setJumpPaths() {
    EachAccount.of(managed(), this::setJumpPath);
  }

  private void setJumpPath(String account) {
    String path = settings.msgJumpPath().getOrDefault(account, "");
    if (!path.isEmpty() && !path.equals(last(account))) {
      wechat.call(account, ShippingInfoOperation.JUMP_PATH, Map.of("path", path));
      remember(account, path);
    }
  }

  private List<String> managed() {
    return accounts.names().stream()
        .filter(name -> accounts.require(name).shipping() != Shipping.COMPONENT)
        .sorted()
        .toList();
  }

  private String last(String account) {
    return jdbc.sql("SELECT path FROM shipping_msg_path WHERE account = ?")
        .param(account)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private void remember(String account, String path) {
    jdbc.sql(
            "INSERT INTO shipping_msg_path (path, account) VALUES (?, ?)"
                + " ON DUPLICATE KEY UPDATE path = VALUES(path)")
        .params(path, account)
        .update();
  }
}
