package com.wechaterp.hub.inbox;

import com.wechaterp.hub.work.WorkFlows;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores each event once and marks the key it concerns, in one transaction.
 *
 * <p>An event is a hint: whoever works on the key reads the object back from WeChat.
 */
public class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final int SWEEP = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final WorkList workList;
  private final WorkFlows flows;
  private final Clock clock;
  private final EventRoutes routes = new EventRoutes();
  private final JsonMapper json = JsonMapper.builder().build();

  Inbox(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      WorkList workList,
      WorkFlows flows,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.workList = workList;
    this.flows = flows;
    this.clock = clock;
  }

  /**
   * Stores an event and marks its key; when this returns, both are durable.
   *
   * @return whether it was new; a repeated event changes nothing
   */
  public boolean receive(InboundEvent event) {
    EventRoute route = routes.of(event.event()).orElse(null);
    String key = route == null ? "" : EventRoutes.key(event, route.keys());
    return Boolean.TRUE.equals(transaction.execute(status -> store(event, route, key)));
  }

  private boolean store(InboundEvent event, @Nullable EventRoute route, String key) {
    boolean mark = route != null && !key.isEmpty() && flows.isWorkedOn(route.flow());
    try {
      insert(event, route, key, mark);
    } catch (DuplicateKeyException e) {
      // Only the event itself may be there already; what fails later must not look like that.
      LOG.debug("The event {} of {} came again.", event.event(), event.account());
      return false;
    }
    if (route != null && mark) {
      workList.mark(
          new WorkKey(route.flow(), event.account(), key),
          WorkPriority.EVENT,
          "WeChat event " + event.event());
    }
    return true;
  }

  private void insert(InboundEvent event, @Nullable EventRoute route, String key, boolean mark) {
    String body = json.writeValueAsString(event.message());
    jdbc.sql(
            "INSERT INTO inbox_event"
                + " (account, event, event_key, flow, work_key, marked, body, received_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                event.account(),
                event.event(),
                eventKey(event, key, body),
                route == null ? null : route.flow(),
                key,
                mark,
                body,
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
        .update();
  }

  /**
   * Several events of the team can share a second, so the business id belongs to the key; where the
   * message names none, the message itself stands for it.
   */
  private static String eventKey(InboundEvent event, String key, String body) {
    String subject = key.isEmpty() || key.equals(event.createTime()) ? body : key;
    String all = String.join("|", event.fromUser(), event.createTime(), event.event(), subject);
    return event.event() + "|" + event.createTime() + "|" + DigestUtils.sha256Hex(all);
  }

  private record Waiting(long id, String account, String event, String flow, String key) {}

  /** Marks the keys of events that came before their flow had a route; returns how many. */
  public int markWaiting() {
    List<String> ready =
        jdbc
            .sql("SELECT DISTINCT flow FROM inbox_event WHERE marked = FALSE AND flow IS NOT NULL")
            .query(String.class)
            .list()
            .stream()
            .filter(flows::isWorkedOn)
            .toList();
    return ready.stream().mapToInt(this::markWaiting).sum();
  }

  private int markWaiting(String flow) {
    List<Waiting> waiting =
        jdbc.sql(
                "SELECT id, account, event, flow, work_key FROM inbox_event"
                    + " WHERE marked = FALSE AND flow = ? AND work_key <> '' ORDER BY id LIMIT ?")
            .params(flow, SWEEP)
            .query(
                (row, index) ->
                    new Waiting(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
            .list();
    int marked = 0;
    for (Waiting one : waiting) {
      transaction.executeWithoutResult(
          status -> {
            jdbc.sql("UPDATE inbox_event SET marked = TRUE WHERE id = ?").param(one.id).update();
            workList.mark(
                new WorkKey(one.flow, one.account, one.key),
                WorkPriority.EVENT,
                "WeChat event " + one.event);
          });
      marked++;
    }
    return marked;
  }

  /** Returns how many events are kept that no flow works on yet. */
  public int kept() {
    return jdbc.sql("SELECT COUNT(*) FROM inbox_event WHERE marked = FALSE")
        .query(Integer.class)
        .single();
  }

  /** Returns how many events were received. */
  public int received() {
    return jdbc.sql("SELECT COUNT(*) FROM inbox_event").query(Integer.class).single();
  }
}
