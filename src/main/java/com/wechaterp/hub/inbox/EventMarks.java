package com.wechaterp.hub.inbox;

import com.wechaterp.hub.work.WorkFlows;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Marks the keys that events concern in their flows. */
class EventMarks {

  /** What is to be marked for one event. */
  record Mark(WorkKey key, String event) {}

  private record Group(String flow, String account, String event) {
    // One order for everybody, so that two groups of events do not wait for each other.
    static final Comparator<Group> ORDER =
        Comparator.comparing(Group::flow).thenComparing(Group::account).thenComparing(Group::event);

    static Group of(Mark mark) {
      return new Group(mark.key.flow(), mark.key.account(), mark.event);
    }
  }

  private final WorkList workList;
  private final WorkFlows flows;

  EventMarks(WorkList workList, WorkFlows flows) {
    this.workList = workList;
    this.flows = flows;
  }

  /** Returns whether a route works on a flow; until then its events wait. */
  boolean isWorkedOn(String flow) {
    return flows.isWorkedOn(flow);
  }

  /** Marks keys within the caller's transaction. */
  void mark(Collection<Mark> marks) {
    marks.stream()
        .collect(
            Collectors.groupingBy(
                Group::of,
                () -> new TreeMap<>(Group.ORDER),
                Collectors.mapping(mark -> mark.key.key(), Collectors.toSet())))
        .forEach(
            (group, keys) ->
                workList.markAll(
                    group.flow,
                    group.account,
                    keys,
                    WorkPriority.EVENT,
                    "WeChat event " + group.event));
  }
}
