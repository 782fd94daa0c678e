package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class DatabaseStateTest {

  private final DatabaseState state = new DatabaseState(Clock.systemUTC());

  @Test
  void keepsTheReasonOfAnOutageWhileTheClosedFileIsOnlyStillLocked() {
    state.fails(new SQLException("closed", new IOException("No space left on device")));

    state.fails(new SQLException("not opened", new OverlappingFileLockException()));

    assertThat(state.outage().orElseThrow().full()).isTrue();
    assertThat(state.outage().orElseThrow().reason()).contains("No space left");
  }

  @Test
  void takesTheReasonThatWasSeenLast() {
    state.fails(new SQLException("closed", new IOException("No space left on device")));

    state.fails(new SQLException("closed", new IOException("Input/output error")));

    assertThat(state.outage().orElseThrow().full()).isFalse();
  }
}
