package com.wechaterp.hub.bench;

import com.wechaterp.hub.erp.change.ChangesBenchmark;
import com.wechaterp.hub.wechat.component.WeChatCallBenchmark;
import com.wechaterp.hub.work.MarkBenchmark;
import com.wechaterp.hub.work.PauseBenchmark;
import java.util.List;
import java.util.Locale;

/**
 * Runs all benches: {@code ./mvnw -Pbench verify}.
 *
 * <p>A ratio below the wanted one is marked, not failed: the machine may be busy with other things.
 */
public final class Bench {

  private static final List<Benchmark> ALL =
      List.of(
          new WeChatCallBenchmark(),
          new MarkBenchmark(),
          new PauseBenchmark(),
          new ChangesBenchmark(),
          new HubBenchmark(),
          new CallbackBenchmark(),
          new OrderBenchmark());

  private Bench() {}

  /** Runs the benches whose class name contains the argument, or all. */
  public static void main(String[] args) throws Exception {
    print("%-58s %-10s %12s %12s %7s %7s%n", "what", "unit", "bare", "hub", "ratio", "wanted");
    for (Benchmark benchmark : ALL) {
      if (args.length == 0 || benchmark.getClass().getSimpleName().contains(args[0])) {
        benchmark.run().forEach(Bench::print);
      }
    }
    System.exit(0);
  }

  private static void print(Figure figure) {
    String wanted =
        figure.wanted() == 0
            ? ""
            : String.format(Locale.ROOT, "%.2f", figure.wanted())
                + (figure.ratio() < figure.wanted() ? " MISSED" : "");
    print(
        "%-58s %-10s %12.0f %12.0f %7.2f %7s%n",
        figure.what(), figure.unit(), figure.bare(), figure.hub(), figure.ratio(), wanted);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
