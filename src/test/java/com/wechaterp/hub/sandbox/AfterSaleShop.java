package com.wechaterp.hub.sandbox;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Brings orders and after-sales of a sandbox into the state a test begins with. */
final class AfterSaleShop {

  private final SandboxClient client;

  AfterSaleShop(SandboxClient client) {
    this.client = client;
  }

  /** Returns the shop, with a paid order of 1600 fen. */
  AfterSaleShop paid(String id) {
    client.ok("shop/order/add", Buys.order(id));
    client.pull("orders/" + id + "/pay");
    return this;
  }

  AfterSaleShop shipped(String id) {
    paid(id);
    client.ok("shop/delivery/send", Parts.whole(id));
    return this;
  }

  /** Asks for a refund (1) or a return (2) of the soap; both ids are the same. */
  AfterSaleShop asked(String id, int type) {
    client.ok("shop/ecaftersale/add", Asks.ask(id, id, type));
    return this;
  }

  /** Lets the goods of a return come back. */
  AfterSaleShop back(String id) {
    client.ok("shop/ecaftersale/acceptreturn", Asks.of(id));
    client.ok("shop/ecaftersale/uploadreturninfo", Asks.sendBack(id, "SF1"));
    return this;
  }

  void accept(String id) {
    client.ok("shop/ecaftersale/acceptrefund", Asks.of(id));
  }

  JsonNode get(String id) {
    return client.ok("shop/ecaftersale/get", Asks.of(id)).path("after_sales_order");
  }

  int status(String id) {
    return get(id).path("status").asInt();
  }

  int orderStatus(String id) {
    return client.ok("shop/order/get", Buys.of(id)).path("order").path("status").asInt();
  }

  void awaitStatus(String id, int status) {
    Awaitility.await().until(() -> status(id) == status);
  }

  void awaitOrder(String id, int status) {
    Awaitility.await().until(() -> orderStatus(id) == status);
  }
}
