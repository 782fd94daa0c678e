package com.wechaterp.hub.store;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** A task that may be called off before it begins, and that nobody interrupts once it runs. */
final class UninterruptedTask<T> extends FutureTask<T> {

  UninterruptedTask(Callable<T> task) {
    super(task);
  }

  UninterruptedTask(Runnable task, T result) {
    super(task, result);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return super.cancel(false);
  }
}
