package com.wechaterp.hub.sandbox;

/** What happens to a shop by itself as time passes; every bean of this type is called. */
@FunctionalInterface
interface Tick {

  /** Does what is due now, under the shop's lock; called a few times a second. */
  void pass(Shop shop);
}
