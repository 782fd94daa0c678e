package com.wechaterp.hub.rehearsal.demo;

/** Somebody of the demo shop who does one thing at each turn, as in a day's work. */
interface DemoPerson {

  /** Returns who it is, for the log: {@code merchant}, {@code warehouse}, {@code buyer}. */
  String name();

  /** Does one thing. */
  void act();
}
