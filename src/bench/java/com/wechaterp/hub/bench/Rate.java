package com.wechaterp.hub.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Measures how often something can be done in a second. */
public final class Rate {

  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;

  private Rate() {}

  /**
   * Returns the median rates of several tasks, measured in turns so that noise meets them alike.
   */
  public static List<Double> perSecond(int threads, List<Callable<?>> tasks) throws Exception {
    List<List<Double>> rates = new ArrayList<>();
    tasks.forEach(task -> rates.add(new ArrayList<>()));
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (int i = 0; i < tasks.size(); i++) {
        double rate = round(threads, tasks.get(i));
        if (round >= WARM_UP) {
          rates.get(i).add(rate);
        }
      }
    }
    rates.forEach(Collections::sort);
    return rates.stream().map(sorted -> sorted.get(ROUNDS / 2)).toList();
  }

  private static double round(int threads, Callable<?> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    LongAdder done = new LongAdder();
    long start = System.nanoTime();
    long end = start + ROUND.toNanos();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(
          pool.submit(
              () -> {
                while (System.nanoTime() < end) {
                  task.call();
                  done.increment();
                }
                return null;
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
    pool.shutdown();
    return done.sum() * 1e9 / (System.nanoTime() - start);
  }
}
