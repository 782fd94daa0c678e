package com.wechaterp.hub.inbox;

import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.work.WorkBrake;
import com.wechaterp.hub.work.WorkFlows;
import com.wechaterp.hub.work.WorkList;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox over a database of the tests, put together as the hub does. */
final class InboxOf {

  final MovableClock clock = new MovableClock();
  final EventRoutes routes = new EventRoutes();
  final JdbcClient jdbc;
  final Inbox inbox;
  final EventLog log;
  final WaitingEvents waiting;
  final EventPeople people;

  InboxOf(DataSource database, WorkList workList, WorkFlows flows) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    EventMarks marks = new EventMarks(workList, flows);
    jdbc = JdbcClient.create(database);
    StoredEvents stored = new StoredEvents(jdbc);
    inbox =
        new Inbox(
            new InboxTable(new JdbcTemplate(database), clock),
            new Durability(database, transactions),
            marks,
            routes,
            new WorkBrake());
    log = new EventLog(jdbc, transaction, stored, routes, marks);
    waiting = new WaitingEvents(jdbc, transaction, marks, routes, stored);
    people = new EventPeople(stored, routes);
  }

  static InboundEvent event(String name, String element, Map<String, Object> body) {
    return new InboundEvent(
        "main",
        name,
        "oABCD",
        "1667805847",
        Map.of("ToUserName", "gh_1", "Event", name, element, body));
  }
}
