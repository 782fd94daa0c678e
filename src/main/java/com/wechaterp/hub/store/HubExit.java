package com.wechaterp.hub.store;

import java.util.function.IntConsumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Ends the process with an exit code, in peace if that is possible within half a minute. */
final class HubExit implements IntConsumer {

  private static final long PEACE_MILLIS = 30_000;

  private final ConfigurableApplicationContext hub;

  HubExit(ConfigurableApplicationContext hub) {
    this.hub = hub;
  }

  @Override
  public void accept(int code) {
    Thread peace = HubThreads.named("hub-exit").newThread(() -> SpringApplication.exit(hub));
    peace.start();
    Thread halt = HubThreads.named("hub-halt").newThread(() -> halt(peace, code));
    // Nothing else keeps the process once the server has ended; it would end as if all were well.
    halt.setDaemon(false);
    halt.start();
  }

  private static void halt(Thread peace, int code) {
    try {
      peace.join(PEACE_MILLIS);
    } catch (InterruptedException e) {
      // Then it ends at once.
    }
    Runtime.getRuntime().halt(code);
  }
}
