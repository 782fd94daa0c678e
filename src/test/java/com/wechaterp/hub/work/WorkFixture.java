package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Problem;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A hub's work list on a new database, and other hubs beside it. */
abstract class WorkFixture {

  static final Problem REASON = Problem.of("hub-no-reason", "key", "x");
  static final Duration SOON = Duration.ofSeconds(20);

  HikariDataSource dataSource;
  WorkNode node;
  private final List<WorkNode> nodes = new ArrayList<>();

  abstract HikariDataSource database();

  @BeforeEach
  void open() {
    dataSource = database();
    node = another();
  }

  @AfterEach
  void close() {
    nodes.forEach(WorkNode::stop);
    dataSource.close();
  }

  WorkNode another() {
    return another(Clock.systemUTC());
  }

  /** Starts a hub that takes something else for the time. */
  WorkNode another(Clock own) {
    WorkNode made = new WorkNode(dataSource, own);
    nodes.add(made);
    return made;
  }
}
