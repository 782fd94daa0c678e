package com.wechaterp.hub.faults;

/** What passes through one flow of the hub, driven from outside and looked at on both ends. */
interface Traffic {

  /** Returns the name of the flow, as the table shows it. */
  String flow();

  /** Returns the first letters of its business ids. */
  String letters();

  /** Puts into the ERP what must be there before something happens. */
  default void prepare(String id, int number) {}

  /** Does what people do until something can happen; returns whether it can. */
  default boolean isReady(Seen seen, String id, int number) throws Exception {
    return true;
  }

  /** Lets it happen; throws if whoever does it must try again. */
  void begin(String id, int number) throws Exception;

  /** Does what people do next. */
  default void follow(Seen seen, String id, int number) throws Exception {}

  /** Says what has become of it. */
  Fate fate(Seen seen, String id, int number);

  /** Returns whether the hub rightly holds it in the end. */
  default boolean mayBeHeld(int number) {
    return false;
  }
}
