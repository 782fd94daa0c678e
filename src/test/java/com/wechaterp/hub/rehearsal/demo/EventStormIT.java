package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Events that come often, in any order, to a hub that is killed meanwhile. */
class EventStormIT {

  private static final int TIMES = 5;
  private static final int KILLS = 2;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @Test
  void leavesTheSameRowsWhenEachComesFiveTimesInRandomOrderToAHubThatIsKilled() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> once = new ArrayList<>();
    try (Stream<Path> files = Files.list(Shared.path("wechat/samples/events"))) {
      for (Path file : files.filter(file -> !file.toString().contains(".reply.")).toList()) {
        once.add(Files.readString(file));
      }
    }
    List<String> often = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      often.addAll(once);
    }
    Collections.shuffle(often, random);

    StormRows wanted = new EventStorm(folder, "once").push(once, 0, random);
    StormRows found = new EventStorm(folder, "often").push(often, KILLS, random);

    assertThat(wanted.events()).hasSameSizeAs(once);
    assertThat(found.events()).isEqualTo(wanted.events());
    assertThat(found.work()).isEqualTo(wanted.work());
    assertThat(found.erp()).isEqualTo(wanted.erp());
  }
}
