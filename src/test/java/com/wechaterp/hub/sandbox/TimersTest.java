package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimersTest {

  private final SandboxClock clock = new SandboxClock();
  private final List<String> seen = new ArrayList<>();
  private final Timers timers = new Timers();

  @TempDir Path folder;

  @Test
  void runsWhatIsDueInTheOrderOfItsTime() {
    Shop shop = shop(new SandboxStore(null));
    set(shop, "third", 300);
    set(shop, "first", 100);
    set(shop, "second", 200);

    clock.jump(Duration.ofSeconds(200));
    timers.pass(shop);

    assertThat(seen).containsExactly("first", "second");
  }

  @Test
  void runsATimerOnce() {
    Shop shop = shop(new SandboxStore(null));
    set(shop, "once", 0);

    timers.pass(shop);
    timers.pass(shop);

    assertThat(seen).containsExactly("once");
  }

  @Test
  void remembersTimersOverARestart() {
    String file = "jdbc:h2:file:" + folder.resolve("sandbox");
    Shop before = shop(new SandboxStore(file));
    set(before, "kept", 0);
    set(before, "done", 0);
    before.upTo("timer", "~").keySet().stream()
        .filter(id -> id.endsWith("done"))
        .forEach(id -> before.remove("timer", id));

    timers.pass(shop(new SandboxStore(file)));

    assertThat(seen).containsExactly("kept");
  }

  private Shop shop(SandboxStore store) {
    timers.on("look", (shop, key) -> seen.add(key));
    return new Shop("wx1", account(), store, clock);
  }

  private static SandboxProperties.Account account() {
    return new SandboxProperties.Account("", "", "", "", "safe", "xml");
  }

  private void set(Shop shop, String key, long seconds) {
    Timers.set(shop, "look", key, clock.now().plusSeconds(seconds));
  }
}
