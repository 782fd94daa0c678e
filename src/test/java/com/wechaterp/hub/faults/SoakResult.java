package com.wechaterp.hub.faults;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What a soak measured.
 *
 * @param begun how many orders came
 * @param ended how many of them went their way to the end
 */
record SoakResult(Store store, List<SoakSample> samples, int begun, int ended) {

  /** How much a figure may be above the highest of the middle third, with a little for noise. */
  private static final double MORE = 1.15;

  private record Measure(String name, ToLongFunction<SoakSample> of, long noise) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("heap in use, MB", SoakSample::heap, 10),
          new Measure("threads", SoakSample::threads, 5),
          new Measure("open files and connections", SoakSample::handles, 10),
          new Measure("H2 file, MB", SoakSample::file, 4),
          new Measure("rows of all tables", SoakSample::rows, 200));

  private long highest(Measure measure, int fromThird) {
    int size = samples.size();
    return samples.subList(size * fromThird / 3, size * (fromThird + 1) / 3).stream()
        .mapToLong(measure.of)
        .max()
        .orElse(0);
  }

  private boolean isFlat(Measure measure) {
    return highest(measure, 2) <= highest(measure, 1) * MORE + measure.noise;
  }

  /** Returns whether nothing grew from the second third to the last. */
  boolean isFlat() {
    return MEASURES.stream().allMatch(this::isFlat);
  }

  /** Returns the highest figures of the three thirds, a row each. */
  String markdown() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%s: %d orders came, %d went to their end%n%n"
                + "| Highest in | first third | second third | last third | |%n|---|---|---|---|---|%n",
            store,
            begun,
            ended));
    for (Measure measure : MEASURES) {
      if (highest(measure, 0) > 0) {
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %s |%n",
                measure.name,
                highest(measure, 0),
                highest(measure, 1),
                highest(measure, 2),
                isFlat(measure) ? "flat" : "grows"));
      }
    }
    return table.append('\n').toString();
  }
}
