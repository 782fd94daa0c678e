package com.wechaterp.hub.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Both ends at one moment, by business id. */
final class Seen {

  private final World world;
  private final Map<String, JsonNode> orders = new HashMap<>();
  private final Map<String, JsonNode> products = new HashMap<>();
  private final Map<String, List<JsonNode>> afterSales = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> tables = new HashMap<>();

  private Seen(World world) throws IOException, InterruptedException {
    this.world = world;
    for (JsonNode order : world.weChat().shown("orders").path("orders")) {
      orders.put(order.path("out_order_id").asString(""), order);
    }
    for (JsonNode product : world.weChat().shown("products").path("products")) {
      products.put(product.path("out_product_id").asString(""), product);
    }
    for (JsonNode one : world.weChat().shown("aftersales")) {
      afterSales
          .computeIfAbsent(one.path("out_order_id").asString(""), id -> new ArrayList<>())
          .add(one);
    }
  }

  /** Looks at both ends. */
  static Seen at(World world) throws IOException, InterruptedException {
    return new Seen(world);
  }

  JsonNode order(String id) {
    return orders.getOrDefault(id, MissingNode.getInstance());
  }

  /** Returns WeChat's state of an order, 0 if it has none. */
  int orderStatus(String id) {
    return order(id).path("status").asInt(0);
  }

  JsonNode product(String id) {
    return products.getOrDefault(id, MissingNode.getInstance());
  }

  List<JsonNode> afterSales(String order) {
    return afterSales.getOrDefault(order, List.of());
  }

  /** Returns the ERP's rows whose column has a value. */
  List<Map<String, Object>> rows(String table, String column, String value) {
    return tables
        .computeIfAbsent(table, name -> world.erp().queryForList("SELECT * FROM " + name))
        .stream()
        .filter(row -> value.equals(String.valueOf(row.get(column))))
        .toList();
  }

  /** Returns one value of the ERP as text, empty if there is no row or no value. */
  String value(String table, String column, String value, String wanted) {
    return rows(table, column, value).stream()
        .map(row -> row.get(wanted))
        .map(found -> found == null ? "" : found.toString())
        .findFirst()
        .orElse("");
  }

  /** Returns WeChat's state of an order as the ERP was told it, empty if it was not. */
  String told(String order) {
    return value("wx_order", "so_no", order, "wx_state");
  }

  int effects(String operation, String id) {
    return world.weChat().effects().of(operation, id);
  }
}
