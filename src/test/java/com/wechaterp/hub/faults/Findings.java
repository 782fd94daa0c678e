package com.wechaterp.hub.faults;

import com.wechaterp.hub.testing.HubProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the hub itself says in the end: what it holds, and what it still works on. */
final class Findings {

  private final List<JsonNode> holds = new ArrayList<>();
  private final List<String> waiting = new ArrayList<>();

  private Findings() {}

  /** Asks the first node, as long as it has work and a time allows. */
  static Findings of(World world, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Findings findings = ask(world);
    while (!findings.isAtRest() && System.nanoTime() < end) {
      Thread.sleep(500);
      findings = ask(world);
    }
    return findings;
  }

  private static Findings ask(World world) throws InterruptedException {
    Findings findings = new Findings();
    try {
      JsonNode status = HubProcess.get(HubProcess.uri(world.node(1).port(), "/api/v1/status"));
      if (status.path("flows").isEmpty()) {
        findings.waiting.add("the hub says no state: " + status);
      }
      status.path("holds").forEach(findings.holds::add);
      for (var flow : status.path("flows").properties()) {
        if (flow.getValue().path("waiting").asInt() > 0) {
          findings.waiting.add(
              flow.getKey()
                  + " "
                  + flow.getValue().path("waiting").asInt()
                  + " "
                  + flow.getValue().path("paused").asString(""));
        }
      }
    } catch (IOException | RuntimeException e) {
      findings.waiting.add("the hub does not answer: " + e);
    }
    return findings;
  }

  boolean isAtRest() {
    return waiting.isEmpty();
  }

  /** Returns what still waits, by flow. */
  List<String> waiting() {
    return waiting;
  }

  /** Returns whether a key of a business id waits for a person, because of an unknown error. */
  boolean isGivenUp(String id) {
    return holds.stream()
        .anyMatch(
            hold ->
                hold.path("key").asString("").contains(id)
                    && hold.path("state").asString("").equals("dead"));
  }

  /** Returns why the keys of a business id are held, empty if none is. */
  String held(String id) {
    StringBuilder all = new StringBuilder();
    for (JsonNode hold : holds) {
      if (hold.path("key").asString("").contains(id)) {
        all.append(hold.path("flow").asString(""))
            .append(' ')
            .append(hold.path("state").asString(""))
            .append(' ')
            .append(hold.path("reason").asString(""))
            .append("; ");
      }
    }
    return all.toString();
  }
}
