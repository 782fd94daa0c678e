package com.wechaterp.hub.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings a rehearsal runs with, as far as the admin gives no others. */
final class RehearsalSettings {

  /** The name of the account the rehearsal works with. */
  static final String ACCOUNT = "sandbox";

  private static final String APP_ID = "wxsandbox0000000001";
  private static final String SECRET = "sandbox-secret-not-secret-0000";
  private static final String TOKEN = "sandboxtoken";
  private static final String AES_KEY = "sandboxsandboxsandboxsandboxsandboxsandbox0";
  private static final String HERE = "http://127.0.0.1:${server.port:8080}";

  private RehearsalSettings() {}

  static Map<String, Object> all() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("hub.rehearsal.active", "true");
    settings.put("hub.account", ACCOUNT);
    account(settings, "hub.wechat.accounts." + ACCOUNT + ".");
    sandbox(settings, "hub.sandbox.accounts." + APP_ID + ".");
    settings.put("hub.erp.pack", "demo");
    settings.put("hub.onboarding.test-openid", "demo-colleague");
    settings.put("hub.onboarding.sample-form", "config/erp/demo/onboarding");
    settings.put("hub.products.find.cron", "0/5+*+*+*+*+?");
    settings.put("hub.stock.find.cron", "2/5+*+*+*+*+?");
    settings.put("hub.product-audits.find.cron", "4/5+*+*+*+*+?");
    settings.put("hub.orders.find.cron", "1/5+*+*+*+*+?");
    settings.put("hub.payments.find.cron", "3/5+*+*+*+*+?");
    settings.put("hub.order.look-again", "20s");
    settings.put("hub.quota.release.cron", "3/5+*+*+*+*+?");
    settings.put("hub.shipments.find.cron", "1/5+*+*+*+*+?");
    settings.put("hub.special-orders.find.cron", "2/20+*+*+*+*+?");
    settings.put("hub.aftersales.find.cron", "1/20+*+*+*+*+?");
    settings.put("hub.aftersale-decisions.find.cron", "1/5+*+*+*+*+?");
    settings.put("hub.aftersale-requests.find.cron", "3/5+*+*+*+*+?");
    settings.put("hub.complaints.find.cron", "11/20+*+*+*+*+?");
    settings.put("hub.complaint-evidence.find.cron", "4/5+*+*+*+*+?");
    return settings;
  }

  private static void account(Map<String, Object> settings, String prefix) {
    settings.put(prefix + "app-id", APP_ID);
    settings.put(prefix + "app-secret", SECRET);
    settings.put(prefix + "token", TOKEN);
    settings.put(prefix + "encoding-aes-key", AES_KEY);
    settings.put(prefix + "base-url", HERE + "/sandbox");
  }

  /** A person who watches should not wait an hour for the allowance, so both ends widen it. */
  private static void sandbox(Map<String, Object> settings, String prefix) {
    settings.put("hub.sandbox.enabled", "true");
    // Hub and demo ERP remember after a restart; a sandbox that forgot would lack their products.
    settings.put("hub.sandbox.persist", "true");
    settings.put(prefix + "secret", SECRET);
    settings.put(prefix + "token", TOKEN);
    settings.put(prefix + "encoding-aes-key", AES_KEY);
    settings.put(prefix + "callback-url", HERE + "/callbacks/" + ACCOUNT);
    for (String window : new String[] {"hour", "day"}) {
      settings.put("hub.sandbox.per-" + window, "100000");
      settings.put("hub.quotas.spu-audit." + window, "100000");
    }
  }
}
