package com.wechaterp.hub.bench;

import java.util.List;

/** Measures one thing of the hub beside a bare way of doing it, in the same run. */
public interface Benchmark {

  /** Returns what was measured, one line of the table each. */
  List<Figure> run() throws Exception;
}
