package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The counts of one flow.
 *
 * @param flow the flow
 * @param done how many times a key was finished since the hub's database exists
 * @param waiting keys due now or later, those in work included
 * @param held keys that wait for a release
 * @param dead keys given up, to be replayed by a person
 * @param oldestAgeSeconds the age of the oldest due key in seconds, 0 if none
 * @param paused why the flow is paused, by account; empty if it runs for all
 */
public record WorkCount(
    String flow,
    long done,
    long waiting,
    long held,
    long dead,
    long oldestAgeSeconds,
    Map<String, Problem> paused) {

  public WorkCount {
    paused = Map.copyOf(paused);
  }

  /** Returns the counts of a flow that is not paused. */
  public static WorkCount of(String flow, long done, long held) {
    return new WorkCount(flow, done, 0, held, 0, 0, Map.of());
  }

  /** Returns why the flow is paused and for which accounts, empty if it runs for all. */
  public String pausedSentence(Language language) {
    return new TreeMap<>(paused)
        .entrySet().stream()
            .map(pause -> pause.getKey() + ": " + pause.getValue().sentence(language))
            .collect(Collectors.joining(" "));
  }
}
