package com.wechaterp.hub.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** The things that pass through one flow in a run, and where each of them stands. */
final class Flow {

  private static final char LAST = 'Z';

  private final Traffic traffic;
  private final Effects effects;
  private final List<Item> items = new ArrayList<>();

  /** One of them. */
  static final class Item {
    private final String id;
    private final int number;
    private volatile boolean ready;
    private volatile boolean begun;
    private volatile String hindrance = "nobody let it happen";
    private volatile Fate fate = Fate.OPEN;
    private volatile Duration arrived = Duration.ZERO;

    private Item(String id, int number) {
      this.id = id;
      this.number = number;
    }

    void notBegun(Exception reason) {
      hindrance = String.valueOf(reason.getMessage());
    }
  }

  Flow(Traffic traffic, int count, int round, Effects effects) {
    this.traffic = traffic;
    this.effects = effects;
    for (int i = 0; i < count; i++) {
      items.add(new Item(traffic.letters() + i + (char) (LAST - round), i));
    }
  }

  void prepare() {
    items.forEach(item -> traffic.prepare(item.id, item.number));
  }

  /** Returns the ids of what cannot happen yet. */
  static List<String> waiting(List<Flow> flows, Seen seen) throws Exception {
    List<String> waiting = new ArrayList<>();
    for (Flow flow : flows) {
      for (Item item : flow.items) {
        item.ready = item.ready || flow.traffic.isReady(seen, item.id, item.number);
        if (!item.ready) {
          waiting.add(item.id);
        }
      }
    }
    return waiting;
  }

  List<Item> third(int third) {
    int size = items.size();
    return items.subList(size * third / 3, size * (third + 1) / 3);
  }

  void begin(Item item) throws Exception {
    traffic.begin(item.id, item.number);
    item.begun = true;
  }

  boolean look(Seen seen, Duration sinceHealed) throws Exception {
    boolean all = true;
    for (Item item : items) {
      if (item.fate == Fate.OPEN && item.begun) {
        look(item, seen, sinceHealed);
      }
      all &= item.fate != Fate.OPEN;
    }
    return all;
  }

  private void look(Item item, Seen seen, Duration sinceHealed) throws Exception {
    try {
      traffic.follow(seen, item.id, item.number);
    } catch (DataAccessException e) {
      // Somebody else holds the row: at the next look.
      item.notBegun(e);
    }
    item.fate = traffic.fate(seen, item.id, item.number);
    item.arrived = sinceHealed;
  }

  void lookForDoubled(Seen seen) {
    for (Item item : items) {
      if (item.begun && traffic.fate(seen, item.id, item.number) == Fate.DOUBLED) {
        item.fate = Fate.DOUBLED;
      }
    }
  }

  boolean isHarmed(Findings findings) {
    return items.stream()
        .anyMatch(item -> item.fate == Fate.DOUBLED || findings.isGivenUp(item.id));
  }

  /**
   * Says what became of all.
   *
   * @param waited whether it was waited for all of them; what is still open counts only then
   */
  Outcome outcome(FaultCase fault, Findings findings, boolean waited) {
    int lost = 0;
    int doubled = 0;
    int stuck = 0;
    Duration last = Duration.ZERO;
    List<String> notes = new ArrayList<>();
    for (Item item : items) {
      String held = findings.held(item.id);
      last = last.compareTo(item.arrived) < 0 ? item.arrived : last;
      if (item.fate == Fate.DOUBLED) {
        doubled++;
        notes.add(item.id + " doubled: " + effects.of(item.id));
      } else if (!waited && !findings.isGivenUp(item.id)) {
        continue;
      } else if (!item.begun) {
        stuck++;
        notes.add(item.id + " never began: " + item.hindrance);
      } else if (item.fate == Fate.OPEN && held.isEmpty() && findings.isAtRest()) {
        lost++;
        notes.add(item.id + " lost: " + effects.of(item.id));
      } else if (item.fate == Fate.OPEN || !held.isEmpty() && !traffic.mayBeHeld(item.number)) {
        stuck++;
        notes.add(item.id + " stuck: " + held + " " + findings.waiting());
      }
    }
    return new Outcome(fault, traffic.flow(), items.size(), lost, doubled, stuck, last, notes);
  }
}
