package com.wechaterp.hub.erp.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a stream of fingerprints where a key says so.
 *
 * <p>The cut depends on the key alone, so a row that comes or goes moves no other cut.
 */
final class ChunkCutter {

  /** One key in 512 ends a chunk. */
  private static final long CUT_MASK = 511;

  /** A bound on memory where keys happen to hold no cut. */
  private static final int MOST = 8192;

  private final Consumer<Chunk> onChunk;
  private final List<Fingerprint> run = new ArrayList<>();

  ChunkCutter(Consumer<Chunk> onChunk) {
    this.onChunk = onChunk;
  }

  void add(Fingerprint fingerprint) {
    run.add(fingerprint);
    if ((RowFold.hash(fingerprint.key()) & CUT_MASK) == 0 || run.size() == MOST) {
      end();
    }
  }

  void end() {
    if (!run.isEmpty()) {
      onChunk.accept(Chunk.of(run));
      run.clear();
    }
  }
}
