package com.wechaterp.hub.faults;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The cases of the matrix. */
enum FaultCase {
  HUB_KILLED("hub killed (kill -9), H2", Store.H2, 1, 0, () -> HubFaults.killed(1)),
  HUB_KILLED_MARIADB(
      "hub killed (kill -9), MariaDB", Store.MARIADB, 1, 0, () -> HubFaults.killed(1)),
  STORE_SILENT("hub database silent", Store.MARIADB, 1, 40, StoreFaults::silent),
  STORE_FULL("hub database full", Store.MARIADB, 1, 10, StoreFaults::full),
  STORE_RESTARTED("hub database killed and restarted", Store.MARIADB, 1, 0, StoreFaults::restarted),
  STORE_DEADLOCKING("hub database deadlocking", Store.MARIADB, 1, 15, StoreFaults::deadlocking),
  ERP_DOWN("ERP down", Store.H2, 1, 10, ErpFaults::down),
  ERP_SILENT("ERP silent", Store.H2, 1, 60, ErpFaults::silent),
  ERP_LOCKED("ERP locked by a session", Store.H2, 1, 20, ErpFaults::locked),
  ERP_READ_ONLY("ERP read-only", Store.H2, 1, 10, ErpFaults::readOnly),
  ERP_KILLED("ERP killed in a transaction", Store.H2, 1, 0, ErpFaults::killedInTransaction),
  WECHAT_SLOW(
      "WeChat slow",
      Store.H2,
      1,
      15,
      () -> PartnerFaults.weChat(random -> WeChatFault.slow(random, Duration.ofSeconds(9)))),
  WECHAT_TRICKLING(
      "WeChat trickling",
      Store.H2,
      1,
      20,
      () -> PartnerFaults.weChat(random -> WeChatFault.trickling(Duration.ofMillis(1500)))),
  WECHAT_ANSWER_LOST(
      "WeChat acted, answer lost",
      Store.H2,
      1,
      10,
      () -> PartnerFaults.weChat(random -> WeChatFault.answerLost())),
  WECHAT_ERRORS(
      "WeChat 5xx", Store.H2, 1, 10, () -> PartnerFaults.weChat(WeChatFault::serverErrors)),
  WECHAT_GARBAGE(
      "WeChat answers garbage", Store.H2, 1, 10, () -> PartnerFaults.weChat(WeChatFault::garbage)),
  WECHAT_TOKEN("WeChat takes no token", Store.H2, 1, 10, PartnerFaults::token),
  WECHAT_RATE(
      "WeChat rate limit (45011)",
      Store.H2,
      1,
      10,
      () -> PartnerFaults.weChat(random -> WeChatFault.rateLimit())),
  CLOCK_AHEAD(
      "hub clock 10 min ahead",
      Store.H2,
      1,
      5,
      () -> PartnerFaults.hubAhead(Duration.ofMinutes(10))),
  CLOCK_BEHIND(
      "hub clock 10 min behind",
      Store.H2,
      1,
      5,
      () -> PartnerFaults.hubAhead(Duration.ofMinutes(-10))),
  NODE_KILLED("second node killed", Store.MARIADB, 2, 0, () -> HubFaults.killed(2)),
  NODE_FROZEN("second node frozen", Store.MARIADB, 2, 20, () -> HubFaults.frozen(2)),
  DISK_FULL("disk full, H2", Store.H2, 1, 12, HubFaults::diskFull),
  ROUTES_SAVED("routes saved in the middle", Store.H2, 1, 0, HubFaults::routesSaved);

  private final String title;
  private final Store store;
  private final int nodes;
  private final int seconds;
  private final Supplier<Fault> fault;

  FaultCase(String title, Store store, int nodes, int seconds, Supplier<Fault> fault) {
    this.title = title;
    this.store = store;
    this.nodes = nodes;
    this.seconds = seconds;
    this.fault = fault;
  }

  String title() {
    return title;
  }

  Store store() {
    return store;
  }

  int nodes() {
    return nodes;
  }

  /** Returns how long the fault lasts at least. */
  Duration lasts() {
    return Duration.ofSeconds(seconds);
  }

  /** Returns whether a hub that has been through another case can go on with this one. */
  boolean canFollow(FaultCase other) {
    boolean alike = store == other.store && nodes == 1 && other.nodes == 1;
    return alike && Stream.of(this, other).noneMatch(each -> each.name().startsWith("CLOCK"));
  }

  Fault fault() {
    return fault.get();
  }
}
