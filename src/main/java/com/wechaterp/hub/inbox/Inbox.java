package com.wechaterp.hub.inbox;

import com.wechaterp.hub.work.WorkBrake;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores each event once and marks the key it concerns, in one transaction.
 *
 * <p>An event is a hint: whoever works on the key reads the object back from WeChat. Events that
 * arrive together share a commit; when one of them cannot be stored, the others are all the same.
 */
public class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** WeChat waits five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private record Outcome(boolean fresh, @Nullable RuntimeException failure) {}

  private final InboxTable table;
  private final Durability hub;
  private final EventMarks marks;
  private final EventRoutes routes;
  private final WorkBrake brake;
  private final JsonMapper json = JsonMapper.builder().build();
  private final GroupCommit<Arrival, Outcome> together =
      new GroupCommit<>(this::store, arrival -> arrival.body().length(), PATIENCE);

  Inbox(InboxTable table, Durability hub, EventMarks marks, EventRoutes routes, WorkBrake brake) {
    this.table = table;
    this.hub = hub;
    this.marks = marks;
    this.routes = routes;
    this.brake = brake;
  }

  /**
   * Stores an event and marks its key; when this returns, both are durable.
   *
   * @return whether it was new; a repeated event changes nothing
   */
  public boolean receive(InboundEvent event) {
    Arrival arrival = arrival(event);
    Outcome outcome = brake.first(() -> together.submit(arrival));
    if (outcome.failure != null) {
      throw outcome.failure;
    }
    return outcome.fresh;
  }

  private Arrival arrival(InboundEvent event) {
    EventRoute route = routes.of(event.event()).orElse(null);
    return new Arrival(
        event.account(),
        event.event(),
        EventKeys.identity(event),
        route == null ? "" : route.flow(),
        route == null || route.isNoOp() ? "" : EventKeys.workKey(event, route),
        route != null && route.isNoOp(),
        json.writeValueAsString(event.message()));
  }

  private List<Outcome> store(List<Arrival> arrivals) {
    try {
      return hub.durably(() -> insert(arrivals, workedOn(arrivals)));
    } catch (RuntimeException e) {
      if (Durability.isLocked(e)) {
        // Somebody holds a key of the work list; the event itself is stored, and marked soon after.
        LOG.debug("{} events are stored before their keys are marked.", arrivals.size(), e);
        return storeUnmarked(arrivals);
      }
      return arrivals.size() == 1
          ? List.of(alone(arrivals.get(0), e))
          : arrivals.stream().map(one -> store(List.of(one)).get(0)).toList();
    }
  }

  private List<Outcome> storeUnmarked(List<Arrival> arrivals) {
    try {
      return hub.durably(() -> insert(arrivals, Set.of()));
    } catch (RuntimeException e) {
      return arrivals.stream().map(one -> new Outcome(false, e)).toList();
    }
  }

  /** Another node may have stored it in between. */
  private Outcome alone(Arrival arrival, RuntimeException failure) {
    boolean stored =
        failure instanceof DuplicateKeyException
            && !table.known(List.of(arrival.identity())).isEmpty();
    return new Outcome(false, stored ? null : failure);
  }

  private Set<Arrival> workedOn(List<Arrival> arrivals) {
    Set<String> ready =
        arrivals.stream()
            .filter(Arrival::hasKey)
            .map(Arrival::flow)
            .distinct()
            .filter(marks::isWorkedOn)
            .collect(Collectors.toSet());
    return arrivals.stream()
        .filter(one -> one.hasKey() && ready.contains(one.flow()))
        .collect(Collectors.toSet());
  }

  private List<Outcome> insert(List<Arrival> arrivals, Set<Arrival> marked) {
    Collection<Arrival> fresh = fresh(arrivals);
    if (!fresh.isEmpty()) {
      table.insert(fresh, marked);
      marks.mark(fresh.stream().filter(marked::contains).map(Arrival::mark).toList());
    }
    Set<Arrival> left = new HashSet<>(fresh);
    return arrivals.stream().map(one -> new Outcome(left.remove(one), null)).toList();
  }

  /** Returns what is not stored yet, each once. */
  private Collection<Arrival> fresh(List<Arrival> arrivals) {
    Map<String, Arrival> fresh = new LinkedHashMap<>();
    arrivals.forEach(one -> fresh.putIfAbsent(one.identity(), one));
    fresh.keySet().removeAll(table.known(Set.copyOf(fresh.keySet())));
    return fresh.values();
  }
}
