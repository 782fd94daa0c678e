package com.wechaterp.hub.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Puts load on an HTTP server over kept connections. */
final class Load implements AutoCloseable {

  private final List<Sender> senders = new ArrayList<>();
  private final ExecutorService threads;

  Load(int port, int connections) throws IOException {
    for (int i = 0; i < connections; i++) {
      senders.add(new Sender(port));
    }
    threads = Executors.newFixedThreadPool(connections);
  }

  /** Sends all requests as fast as they are answered; returns how many in a second. */
  double throughput(List<byte[]> requests) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    each(
        sender -> {
          for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            sender.send(requests.get(i));
          }
        });
    return requests.size() * 1e9 / (System.nanoTime() - start);
  }

  /**
   * Sends requests at a fixed rate, however late the answers are; returns their times in ms,
   * sorted. A request's time begins when it should have been sent.
   */
  double[] latencies(List<byte[]> requests, int perSecond) throws Exception {
    double[] millis = new double[requests.size()];
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime() + 10_000_000;
    each(
        sender -> {
          for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            long due = start + i * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
              LockSupport.parkNanos(left);
            }
            sender.send(requests.get(i));
            millis[i] = (System.nanoTime() - due) / 1e6;
          }
        });
    Arrays.sort(millis);
    return millis;
  }

  /** Makes requests beforehand. */
  static List<byte[]> prepared(int count, IntFunction<byte[]> request) {
    List<byte[]> requests = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      requests.add(request.apply(i));
    }
    return requests;
  }

  private interface Work {
    void with(Sender sender) throws IOException;
  }

  private void each(Work work) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (Sender sender : senders) {
      running.add(
          threads.submit(
              () -> {
                work.with(sender);
                return null;
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (Sender sender : senders) {
      sender.close();
    }
  }
}
