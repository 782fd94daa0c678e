package com.wechaterp.hub.work;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The flows that are worked on, and how many keys each has finished; seen by all nodes. */
class FlowCounts implements WorkFlows {

  private final JdbcClient jdbc;
  private final Map<String, LongAdder> done = new ConcurrentHashMap<>();
  private final Set<String> registered = ConcurrentHashMap.newKeySet();

  FlowCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the flow known, so that its counts show from the start. */
  void register(String flow) {
    jdbc.sql(
            "INSERT INTO work_flow (flow, done) VALUES (?, 0)"
                + " ON DUPLICATE KEY UPDATE done = done")
        .param(flow)
        .update();
  }

  @Override
  public boolean isWorkedOn(String flow) {
    return registered.contains(flow) || lookUp(flow);
  }

  private boolean lookUp(String flow) {
    boolean known =
        jdbc.sql("SELECT COUNT(*) FROM work_flow WHERE flow = ?")
                .param(flow)
                .query(Integer.class)
                .single()
            > 0;
    if (known) {
      registered.add(flow);
    }
    return known;
  }

  void countDone(String flow) {
    done.computeIfAbsent(flow, name -> new LongAdder()).increment();
  }

  /** Writes the counts down; a killed node loses at most the last second of them. */
  void writeCounts() {
    done.forEach(
        (flow, count) -> {
          long more = count.sumThenReset();
          if (more > 0) {
            jdbc.sql("UPDATE work_flow SET done = done + ? WHERE flow = ?")
                .params(more, flow)
                .update();
          }
        });
  }
}
