package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.problem.Language;
import java.util.List;
import java.util.Map;

/** The colleague in whose name the onboarding places its test orders, and who pays them. */
class DemoColleague implements DemoPerson {

  private static final String TEST_ORDER = "HUBTEST1";
  private static final String UNPAID = "10";

  private final SandboxLever sandbox;
  private final Storyteller story;

  DemoColleague(SandboxLever sandbox, Language language) {
    this.sandbox = sandbox;
    this.story = new Storyteller(DemoColleague.class, language);
  }

  @Override
  public String name() {
    return "colleague";
  }

  /** Pays the test orders that wait for it. */
  @Override
  public void act() {
    if (sandbox.read("orders").get("orders") instanceof List<?> orders) {
      orders.forEach(order -> pay((Map<?, ?>) order));
    }
  }

  private void pay(Map<?, ?> order) {
    String id = String.valueOf(order.get("out_order_id"));
    if (id.startsWith(TEST_ORDER) && UNPAID.equals(String.valueOf(order.get("status")))) {
      sandbox.pull("orders/" + id + "/pay");
      story.tell("A demo colleague paid the test order {}", "演示同事支付了测试订单 {}", id);
    }
  }
}
