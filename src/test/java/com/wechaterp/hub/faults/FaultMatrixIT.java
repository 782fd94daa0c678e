package com.wechaterp.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of the fault matrix that every build runs; {@link FaultMatrix} runs the whole. */
class FaultMatrixIT {

  private static final int ITEMS = 6;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static Stage stage;

  @BeforeAll
  static void open() throws Exception {
    stage = Stage.open(folder);
  }

  @AfterAll
  static void close() throws Exception {
    if (stage != null) {
      stage.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HUB_KILLED", "WECHAT_ANSWER_LOST"})
  void losesNothingAndDoublesNothing(FaultCase fault) throws Exception {
    long seed = Long.getLong("faults.seed", System.nanoTime() % 1_000_000_000);
    System.out.println(fault + ", seed " + seed);

    List<Outcome> outcomes =
        new FaultRun(stage, fault, seed, ITEMS, traffic -> true)
            .run(folder.resolve(fault.name()), null);

    assertThat(outcomes).hasSize(9).allMatch(Outcome::isGood);
  }
}
