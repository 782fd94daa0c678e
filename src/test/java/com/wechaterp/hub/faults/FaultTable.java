package com.wechaterp.hub.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The matrix as people read it: a line for each case and flow, and a table in Markdown. */
final class FaultTable {

  private static final String LINE = "%-34s %-11s %5s %5s %8s %6s %9s%n";

  private FaultTable() {}

  static void head() {
    System.out.printf(LINE, "case", "flow", "runs", "lost", "doubled", "stuck", "time");
  }

  static void print(Outcome outcome) {
    System.out.printf(
        LINE,
        outcome.fault().title(),
        outcome.flow(),
        outcome.items(),
        outcome.lost(),
        outcome.doubled(),
        outcome.stuck(),
        seconds(outcome.convergence()));
    outcome.notes().forEach(note -> System.out.println("    " + note));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.0f s", time.toMillis() / 1000.0);
  }

  /** Returns a row for each case: runs, lost, doubled, stuck, and the time of each flow. */
  static String markdown(List<Outcome> outcomes) {
    Map<FaultCase, StringBuilder> rows = new LinkedHashMap<>();
    Map<FaultCase, int[]> sums = new LinkedHashMap<>();
    StringBuilder flows = new StringBuilder();
    FaultCase first = outcomes.get(0).fault();
    for (Outcome one : outcomes) {
      int[] sum = sums.computeIfAbsent(one.fault(), fault -> new int[4]);
      sum[0] += one.items();
      sum[1] += one.lost();
      sum[2] += one.doubled();
      sum[3] += one.stuck();
      rows.computeIfAbsent(one.fault(), fault -> new StringBuilder())
          .append(' ')
          .append(seconds(one.convergence()))
          .append(" |");
      if (one.fault() == first) {
        flows.append(' ').append(one.flow()).append(" |");
      }
    }
    StringBuilder table = new StringBuilder("| Case | Runs | Lost | Doubled | Stuck |");
    table.append(flows).append('\n').append("|---|---|---|---|---|");
    table.append("---|".repeat(rows.get(first).toString().split("\\|").length - 1)).append('\n');
    rows.forEach(
        (fault, times) -> {
          int[] sum = sums.get(fault);
          table.append("| ").append(fault.title());
          for (int each : sum) {
            table.append(" | ").append(each);
          }
          table.append(" |").append(times).append('\n');
        });
    return table.toString();
  }
}
