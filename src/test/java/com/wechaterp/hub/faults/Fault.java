package com.wechaterp.hub.faults;

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

  /** Does what must be wrong before the hub starts. */
  default void before(World world) throws Exception {}

  /** Takes that back when the run is over. */
  default void after(World world) throws Exception {}
}
