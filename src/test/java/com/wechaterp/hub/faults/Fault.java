package com.wechaterp.hub.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Something that goes wrong in the middle of a run, and ends. */
interface Fault {

  /** Lets it go wrong; may take as long as the fault lasts, or return at once. */
  void strike(World world, Random random) throws Exception;

  /** Ends it. */
  void heal(World world) throws Exception;

  /** Returns why it cannot be tried on this machine, empty if it can. */
  default String impossible() {
    return "";
  }

  /** Returns options of the hub's Java machine, for what is wrong from its start to its end. */
  default List<String> machine(Path folder) throws IOException {
    return List.of();
  }
}
