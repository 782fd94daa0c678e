package com.wechaterp.hub.order;

import com.wechaterp.hub.store.HubThreads;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Lets callers who ask for the same share one piece of work, each as patient as it is. */
final class Flights<T> implements AutoCloseable {

  private final Map<String, CompletableFuture<T>> open = new ConcurrentHashMap<>();
  private final ExecutorService threads;

  Flights(String name) {
    threads = HubThreads.cached(name);
  }

  /** Returns what the work returns, or empty if it takes longer; then it goes on by itself. */
  Optional<T> join(String key, Supplier<T> work, Duration patience) {
    CompletableFuture<T> flight = open.computeIfAbsent(key, missing -> begin(key, work));
    try {
      return Optional.of(flight.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new CompletionException(e.getCause());
    }
  }

  private CompletableFuture<T> begin(String key, Supplier<T> work) {
    CompletableFuture<T> flight = new CompletableFuture<>();
    threads.execute(
        () -> {
          // Removed before it is completed: whoever asks after an answer gets a new one.
          try {
            T result = work.get();
            open.remove(key, flight);
            flight.complete(result);
          } catch (RuntimeException | Error e) {
            open.remove(key, flight);
            flight.completeExceptionally(e);
          }
        });
    return flight;
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
