package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;

/** The logistics companies of {@code sandbox/couriers.yaml}. */
class Couriers {

  private final List<Map<String, Object>> companies = Catalogue.load("couriers");

  List<Map<String, Object>> companies() {
    return companies;
  }

  /**
   * Requires an id of the list; whoever is not on it goes by OTHERS.
   *
   * @throws SandboxError 9401020 for another id
   */
  void requireKnown(String deliveryId) {
    if (companies.stream().noneMatch(one -> Fields.text(one, "delivery_id").equals(deliveryId))) {
      throw new SandboxError(9401020, "参数有误: delivery_id");
    }
  }
}
